/** What the build takes from the sources of the page to make a lesson; started by plugin.ts. */
export { checkDataset } from '@/dataset/check';
export { checkLesson } from './check';
export { lessonHead } from './head';
export { writeDocument } from './write-document';
export { writeBody, writeHtml } from './html';
export { writeMarkdown } from './markdown';
export { inFile } from './places';
export { writeWord } from './word';
