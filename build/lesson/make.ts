/** What the build takes from the sources of the page to make a lesson; started by plugin.ts. */
export { checkDataset } from '@/dataset/check';
export { checkLesson } from './check';
export { lessonHead } from './head';
export { writeDocument } from './write-document';
export { writeHtml } from './html';
export { writeMarkdown } from './markdown';
export { writeWord } from './word';
