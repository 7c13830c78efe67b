/** What the build takes from the sources of the page to check and prepare a dataset. */
export { checkDataset } from '../src/dataset/check';
export { buildDetail } from '../src/story/build-detail';
export { buildQuestions } from '../src/story/build-questions';
export { buildStory } from '../src/story/build-story';
export { packDetail } from '../src/story/packed-detail';
export { packStory } from '../src/story/packed-story';
export { recordOrder } from '../src/flow/layout';
