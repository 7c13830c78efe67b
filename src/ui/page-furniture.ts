/** What stands around the story on its own page. An embed does without it, as the page does without that of an embed. */
import Minimap from './Minimap.svelte';
import PageFoot from './PageFoot.svelte';
import PageHead from './PageHead.svelte';
import SearchBox from './search/SearchBox.svelte';
import StageControls from './StageControls.svelte';

export const PAGE = {
  Head: PageHead,
  Search: SearchBox,
  Minimap,
  Controls: StageControls,
  Foot: PageFoot,
};
