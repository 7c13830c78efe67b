/** What stands around the story in somebody else’s page. */
import EmbedFoot from './EmbedFoot.svelte';
import EmbedHead from './EmbedHead.svelte';
import EmbedZoom from './EmbedZoom.svelte';

export const EMBED = { Head: EmbedHead, Zoom: EmbedZoom, Foot: EmbedFoot };
