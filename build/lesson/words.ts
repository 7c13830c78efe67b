/** The words around a lesson: headings and labels, once for each language. What is taught stands in data/lesson.json. */
import type { Locale } from '../../src/i18n/locales';

export interface LessonWords {
  toStory: string;
  other: string;
  contents: string;
  downloads: string;
  markdown: string;
  word: string;
  /** What a saved file is called. */
  fileName: string;
  overview: string;
  question: string;
  guiding: string;
  objectives: string;
  /** Before the list of objectives. */
  pupilsCan: string;
  materials: string;
  preparation: string;
  activities: string;
  activity: (number: number, title: string) => string;
  minutes: (count: number) => string;
  /** Of an activity that runs from minute `from` to minute `to`. */
  span: (from: number, to: number) => string;
  time: string;
  grouping: string;
  level: string;
  prepare: string;
  what: string;
  teacher: string;
  pupils: string;
  note: string;
  pictures: string;
  step: (number: number, title: string) => string;
  forPupils: string;
  classroom: string;
  teams: string;
  code: (title: string) => string;
  extensions: string;
  differentiation: string;
  terms: string;
  weighing: string;
  sources: string;
  read: string;
  assigning: string;
  offline: string;
  classFile: string;
  /** What the file for the class is called once it is saved. */
  classFileName: string;
  privacy: string;
  forward: string;
  licence: string;
  /** In files of a site whose address is not known. */
  addresses: string;
}

export const LESSON_WORDS: Record<Locale, LessonWords> = {
  en: {
    toStory: 'To the story',
    other: 'Français',
    contents: 'On this page',
    downloads: 'To change it',
    markdown: 'Markdown',
    word: 'Word (.docx)',
    fileName: 'lesson-fifty-years-to-ottawa',
    overview: 'Overview',
    question: 'Essential question',
    guiding: 'Guiding questions',
    objectives: 'Objectives',
    pupilsCan: 'Afterwards, pupils can',
    materials: 'Materials',
    preparation: 'Preparation',
    activities: 'Activities',
    activity: (number, title) => `Activity ${number}: ${title}`,
    minutes: (count) => `${count} min`,
    span: (from, to) => `${from}–${to}`,
    time: 'Minutes',
    grouping: 'Grouping',
    level: 'Level',
    prepare: 'Preparation',
    what: 'What happens',
    teacher: 'Teacher',
    pupils: 'Pupils',
    note: 'Worth knowing',
    pictures: 'Pictures',
    step: (number, title) => `Show step ${number}: ${title}`,
    forPupils: 'For pupils, on their own',
    classroom: 'Assign in Google Classroom',
    teams: 'Share in Microsoft Teams',
    code: (title) => `QR code: ${title}`,
    extensions: 'Extensions',
    differentiation: 'For different learners',
    terms: 'Words to know',
    weighing: 'Sources, and how to weigh them',
    sources: 'Worth opening',
    read: 'Read by us:',
    assigning: 'How to assign it',
    offline: 'Without a network',
    classFile: 'Save the whole lesson as one file',
    classFileName: 'fifty-years-to-ottawa',
    privacy: 'Privacy',
    forward: 'To forward to whoever is in charge of privacy at your school:',
    licence: 'Licence',
    addresses:
      'Addresses in this file begin with “?”. Put them after the address of the story, as in https://…/?step=founding.',
  },
  fr: {
    toStory: 'Vers le récit',
    other: 'English',
    contents: 'Sur cette page',
    downloads: 'Pour la modifier',
    markdown: 'Markdown',
    word: 'Word (.docx)',
    fileName: 'lecon-cinquante-ans-jusqu-a-ottawa',
    overview: 'Aperçu',
    question: 'Question essentielle',
    guiding: 'Questions directrices',
    objectives: 'Objectifs',
    pupilsCan: 'À la fin, les élèves peuvent',
    materials: 'Matériel',
    preparation: 'Préparation',
    activities: 'Activités',
    activity: (number, title) => `Activité ${number}\u00a0: ${title}`,
    minutes: (count) => `${count}\u00a0min`,
    span: (from, to) => `${from}–${to}`,
    time: 'Minutes',
    grouping: 'Groupement',
    level: 'Niveau',
    prepare: 'Préparation',
    what: 'Déroulement',
    teacher: 'Vous',
    pupils: 'Élèves',
    note: 'À savoir',
    pictures: 'Images',
    step: (number, title) => `Montrer l’étape ${number}\u00a0: ${title}`,
    forPupils: 'Pour les élèves, par eux-mêmes',
    classroom: 'Donner en devoir dans Google Classroom',
    teams: 'Partager dans Microsoft Teams',
    code: (title) => `Code QR\u00a0: ${title}`,
    extensions: 'Pour prolonger',
    differentiation: 'Pour chaque élève',
    terms: 'Mots à connaître',
    weighing: 'Les sources, et comment les peser',
    sources: 'À ouvrir',
    read: 'Lu par nous\u00a0:',
    assigning: 'Comment la donner en devoir',
    offline: 'Sans réseau',
    classFile: 'Enregistrer la leçon entière en un seul fichier',
    classFileName: 'cinquante-ans-jusqu-a-ottawa',
    privacy: 'Vie privée',
    forward: 'À transmettre à la personne qui veille sur la vie privée dans votre école\u00a0:',
    licence: 'Licence',
    addresses:
      'Les adresses de ce fichier commencent par «\u00a0?\u00a0». Placez-les après l’adresse du récit, comme dans https://…/?step=founding.',
  },
};
