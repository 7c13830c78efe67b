/** Every sentence that can be said about a dataset that does not hold, in every language of the interface. */
import type { Problem } from './format';

type Sentence = { en: string; fr: string };
export type ProblemLanguage = keyof Sentence;

export const PROBLEM_TEXTS = {
  // The address and the file
  'not-an-address': {
    en: '“{address}” is not a web address. Give one that begins with https:// or http://.',
    fr: '« {address} » n’est pas une adresse Web. Donnez-en une qui commence par https:// ou http://.',
  },
  unreachable: {
    en: 'Nothing could be loaded from {address}. Check the address and the connection, and that its server lets other sites read it (CORS).',
    fr: 'Rien n’a pu être chargé depuis {address}. Vérifiez l’adresse et la connexion, et que son serveur permet la lecture à d’autres sites (CORS).',
  },
  'timed-out': {
    en: '{address} did not answer within {seconds} seconds. Try again later.',
    fr: '{address} n’a pas répondu en {seconds} secondes. Réessayez plus tard.',
  },
  'http-status': {
    en: '{address} answered with the error {status} instead of a file. Check the address.',
    fr: '{address} a répondu par l’erreur {status} plutôt que par un fichier. Vérifiez l’adresse.',
  },
  'too-large': {
    en: 'The file is larger than {limit} MB. Make it smaller.',
    fr: 'Le fichier dépasse {limit} Mo. Réduisez-le.',
  },
  'no-file': {
    en: 'The file {file} could not be read. Check its name.',
    fr: 'Le fichier {file} n’a pas pu être lu. Vérifiez son nom.',
  },
  'not-json': {
    en: 'The file is not JSON: {detail}. Correct it at that place.',
    fr: 'Le fichier n’est pas du JSON : {detail}. Corrigez-le à cet endroit.',
  },
  'is-a-page': {
    en: '{address} gives a web page, not a data file. Use the address of the file itself.',
    fr: '{address} donne une page Web, et non un fichier de données. Utilisez l’adresse du fichier lui-même.',
  },
  'not-a-story': {
    en: 'The file holds {found} where a story is expected. It should begin with { and name a version.',
    fr: 'Le fichier contient {found} au lieu d’une histoire. Il doit commencer par { et nommer une version.',
  },
  'wrong-version': {
    en: 'The file is of version {found}; this page reads version {expected}. Use a file of that version.',
    fr: 'Le fichier est de version {found}; cette page lit la version {expected}. Utilisez un fichier de cette version.',
  },
  'no-version': {
    en: 'The file names no version. A story begins with "version": {expected}.',
    fr: 'Le fichier ne nomme aucune version. Une histoire commence par "version": {expected}.',
  },
  unreadable: {
    en: 'The file could not be checked: {detail}.',
    fr: 'Le fichier n’a pas pu être vérifié : {detail}.',
  },
  'and-more': {
    en: '… and {count} more problems. Correct the first ones and check again.',
    fr: '… et {count} autres problèmes. Corrigez les premiers, puis vérifiez de nouveau.',
  },
  // Shapes
  missing: {
    en: '“{field}” is missing in {place}. Add it.',
    fr: 'Il manque « {field} » dans {place}. Ajoutez-le.',
  },
  'unknown-field': {
    en: '{place} has a field “{field}” that the format does not know. Check its spelling or remove it.',
    fr: '{place} a un champ « {field} » inconnu du format. Vérifiez l’orthographe ou retirez-le.',
  },
  'wrong-type': {
    en: '“{field}” in {place} should be {expected}, but it is {received}.',
    fr: '« {field} » dans {place} doit être {expected}, mais c’est {received}.',
  },
  'wrong-choice': {
    en: '“{field}” in {place} is {received}; it must be one of {choices}.',
    fr: '« {field} » dans {place} vaut {received}; choisissez parmi {choices}.',
  },
  'bad-id': {
    en: '{received} in {place} cannot be an id. Begin with a letter or digit, and use only letters, digits, “-”, “_” and “.”.',
    fr: '{received} dans {place} ne peut être un identifiant. Commencez par une lettre ou un chiffre; n’utilisez que lettres, chiffres, « - », « _ » et « . ».',
  },
  'bad-date': {
    en: '{received} in {place} is no date. Write 1975, 1975-11, 1975-11-15 or 1975-11-15T09:30.',
    fr: '{received} dans {place} n’est pas une date. Écrivez 1975, 1975-11, 1975-11-15 ou 1975-11-15T09:30.',
  },
  'no-such-date': {
    en: 'The date {received} in {place} does not exist. Correct the month or the day.',
    fr: 'La date {received} dans {place} n’existe pas. Corrigez le mois ou le jour.',
  },
  'bad-language': {
    en: '{received} in {place} is no language code. Use two letters, such as en or fr.',
    fr: '{received} dans {place} n’est pas un code de langue. Utilisez deux lettres, comme en ou fr.',
  },
  'bad-url': {
    en: 'The address {received} in {place} must begin with https:// or http://.',
    fr: 'L’adresse {received} dans {place} doit commencer par https:// ou http://.',
  },
  empty: {
    en: '“{field}” in {place} is empty. Fill it in.',
    fr: '« {field} » dans {place} est vide. Remplissez-le.',
  },
  'too-long': {
    en: '“{field}” in {place} is longer than {limit} characters. Shorten it.',
    fr: '« {field} » dans {place} dépasse {limit} caractères. Raccourcissez-le.',
  },
  'not-positive': {
    en: '“{field}” in {place} must be greater than zero.',
    fr: '« {field} » dans {place} doit être supérieur à zéro.',
  },
  'too-small': {
    en: '“{field}” in {place} must be at least {limit}.',
    fr: '« {field} » dans {place} doit être d’au moins {limit}.',
  },
  'too-big': {
    en: '“{field}” in {place} must be at most {limit}.',
    fr: '« {field} » dans {place} doit être d’au plus {limit}.',
  },
  'not-whole': {
    en: '“{field}” in {place} must be a whole number.',
    fr: '« {field} » dans {place} doit être un nombre entier.',
  },
  'wrong-value': {
    en: '“{field}” in {place} does not fit: {detail}.',
    fr: '« {field} » dans {place} ne convient pas : {detail}.',
  },
  // Meaning
  'too-many': {
    en: 'The file lists {count} {list}; the most that can be drawn is {limit}.',
    fr: 'Le fichier compte {count} éléments dans « {list} »; on peut en dessiner au plus {limit}.',
  },
  'duplicate-id': {
    en: 'The id “{id}” is used twice: in {first} and in {second}. Give one of them another id.',
    fr: 'L’identifiant « {id} » sert deux fois : dans {first} et dans {second}. Donnez-en un autre à l’un des deux.',
  },
  'unknown-id': {
    en: '{kind} “{owner}” points to “{id}”, which is not in the list of {list}. Add it there or correct the id.',
    fr: '{kind} « {owner} » renvoie à « {id} », qui n’est pas dans la liste « {list} ». Ajoutez-le ou corrigez l’identifiant.',
  },
  'unknown-thing': {
    en: '{kind} “{owner}” points to “{id}”, which is no event, summit, node, link or thread that it could show. Correct the id.',
    fr: '{kind} « {owner} » renvoie à « {id} », qui n’est ni un événement, ni un sommet, ni un nœud, ni un lien, ni un fil à montrer. Corrigez l’identifiant.',
  },
  'missing-language': {
    en: '“{field}” in {place} has no text in “{language}”. Add it.',
    fr: '« {field} » dans {place} n’a pas de texte en « {language} ». Ajoutez-le.',
  },
  'listed-twice': {
    en: '{kind} “{owner}” lists “{id}” twice. Remove one.',
    fr: '{kind} « {owner} » mentionne « {id} » deux fois. Retirez-en une.',
  },
  'ends-before-start': {
    en: '{kind} “{owner}” ends ({end}) before it begins ({start}). Correct one of the dates.',
    fr: '{kind} « {owner} » finit ({end}) avant de commencer ({start}). Corrigez l’une des dates.',
  },
  'chapter-gap': {
    en: 'Chapter “{id}” begins at {from}, but the one before it ends at {to}. Let each chapter begin where the last one ends.',
    fr: 'Le chapitre « {id} » commence le {from}, mais le précédent finit le {to}. Faites commencer chaque chapitre où finit le précédent.',
  },
  'outside-chapters': {
    en: '{kind} “{owner}” stands at {date}, outside all chapters. Widen the first or the last chapter, or correct the date.',
    fr: '{kind} « {owner} » se situe le {date}, hors de tous les chapitres. Élargissez le premier ou le dernier, ou corrigez la date.',
  },
  unsourced: {
    en: '{kind} “{owner}” names no source. Add at least one.',
    fr: '{kind} « {owner} » ne nomme aucune source. Ajoutez-en au moins une.',
  },
  'columns-backward': {
    en: 'Column “{id}” ({date}) does not come after “{previous}” ({before}). Put columns in the order of their dates.',
    fr: 'La colonne « {id} » ({date}) ne vient pas après « {previous} » ({before}). Mettez les colonnes dans l’ordre de leurs dates.',
  },
  'self-link': {
    en: 'The link “{id}” begins and ends at “{node}”. Correct one of its ends.',
    fr: 'Le lien « {id} » commence et finit à « {node} ». Corrigez l’une de ses extrémités.',
  },
  'duplicate-link': {
    en: 'The links “{first}” and “{id}” join the same two nodes. Keep one.',
    fr: 'Les liens « {first} » et « {id} » joignent les deux mêmes nœuds. N’en gardez qu’un.',
  },
  'same-column': {
    en: 'The link “{id}” joins two nodes of the column “{column}”. A link must lead to a later column.',
    fr: 'Le lien « {id} » joint deux nœuds de la colonne « {column} ». Un lien doit mener à une colonne ultérieure.',
  },
  'backward-link': {
    en: 'The link “{id}” runs back in time, from “{source}” ({from}) to “{target}” ({to}). Swap its ends or correct the dates.',
    fr: 'Le lien « {id} » remonte le temps, de « {source} » ({from}) à « {target} » ({to}). Inversez ses extrémités ou corrigez les dates.',
  },
  cycle: {
    en: 'These links run in a circle: {path}. Remove one of them.',
    fr: 'Ces liens tournent en rond : {path}. Retirez l’un d’eux.',
  },
  'link-without-fact': {
    en: 'No fact ties the two ends of the link “{id}”. Name the link in a fact, or mark it as inferred.',
    fr: 'Aucun fait ne rattache les deux extrémités du lien « {id} ». Nommez-le dans un fait ou marquez-le comme déduit (inferred).',
  },
  'inferred-with-fact': {
    en: 'The link “{id}” is marked as inferred, but the fact “{fact}” names it. Remove the mark or the mention.',
    fr: 'Le lien « {id} » est marqué comme déduit (inferred), mais le fait « {fact} » le nomme. Retirez la marque ou la mention.',
  },
  'link-thread': {
    en: 'The link “{id}” carries the thread “{thread}”, which its end “{node}” does not have. Correct the threads of one of them.',
    fr: 'Le lien « {id} » porte le fil « {thread} », que son extrémité « {node} » n’a pas. Corrigez les fils de l’un des deux.',
  },
  // Questions
  'order-unclear': {
    en: 'The question “{id}” puts “{first}” and “{second}” in order, but their dates do not say which comes first. Leave one out.',
    fr: 'La question « {id} » met dans l’ordre « {first} » et « {second} », mais leurs dates ne disent pas lequel vient d’abord. Retirez-en un.',
  },
  'no-width': {
    en: 'The question “{id}” compares the link “{link}”, which has no width. Take a link that facts stand behind.',
    fr: 'La question « {id} » compare le lien « {link} », qui n’a pas de largeur. Prenez un lien sur lequel s’appuient des faits.',
  },
  'same-width': {
    en: 'The question “{id}” compares “{first}” and “{second}”, which are equally wide ({weight}). Take another link.',
    fr: 'La question « {id} » compare « {first} » et « {second} », qui sont de même largeur ({weight}). Prenez un autre lien.',
  },
  'thread-unclear': {
    en: 'The question “{id}” offers {count} threads of “{thing}”; exactly one must be right. Correct the threads it offers.',
    fr: 'La question « {id} » propose {count} fils de « {thing} »; un seul doit être juste. Corrigez les fils proposés.',
  },
  'not-membership': {
    en: 'The question “{id}” asks who joined when, but “{event}” is no event of membership. Take one that is.',
    fr: 'La question « {id} » demande qui s’est joint et quand, mais « {event} » n’est pas un événement d’adhésion (membership). Prenez-en un.',
  },
  'same-year': {
    en: 'The question “{id}” offers the year {year} twice, for “{first}” and “{second}”. Leave one out.',
    fr: 'La question « {id} » propose deux fois l’année {year}, pour « {first} » et « {second} ». Retirez-en un.',
  },
  'wrong-is-right': {
    en: 'The question “{id}” offers as wrong what the fact “{fact}” says. Change it.',
    fr: 'La question « {id} » donne pour faux ce que dit le fait « {fact} ». Changez-le.',
  },
  'wrong-twice': {
    en: 'The question “{id}” offers the same words twice. Change one of them.',
    fr: 'La question « {id} » propose deux fois les mêmes mots. Changez-en un.',
  },
} as const satisfies Record<string, Sentence>;

export type ProblemCode = keyof typeof PROBLEM_TEXTS;

/** Makes a problem whose English sentence stands ready. */
export function problem(path: string, code: ProblemCode, params: Problem['params'] = {}): Problem {
  return { path, code, params, sentence: fill(PROBLEM_TEXTS[code].en, params, 'en') };
}

/** Says a problem in another language of the interface; a code it does not know keeps its English sentence. */
export function sayProblem(said: Problem, language: ProblemLanguage): string {
  const texts: Record<string, Sentence> = PROBLEM_TEXTS;
  const template = Object.hasOwn(texts, said.code) ? texts[said.code]?.[language] : undefined;
  return template === undefined ? said.sentence : fill(template, said.params, language);
}

/** Words that stand in the sentences under these names; other values stand as they are. */
const WORDS: Record<string, Record<string, Sentence>> = {
  kind: {
    event: { en: 'The event', fr: 'L’événement' },
    summit: { en: 'The summit', fr: 'Le sommet' },
    node: { en: 'The node', fr: 'Le nœud' },
    link: { en: 'The link', fr: 'Le lien' },
    fact: { en: 'The fact', fr: 'Le fait' },
    person: { en: 'The person', fr: 'La personne' },
    participant: { en: 'The participant', fr: 'Le participant' },
    term: { en: 'The term', fr: 'Le terme' },
    column: { en: 'The column', fr: 'La colonne' },
    chapter: { en: 'The chapter', fr: 'Le chapitre' },
    step: { en: 'The step', fr: 'L’étape' },
    question: { en: 'The question', fr: 'La question' },
  },
  place: { '': { en: 'the file', fr: 'le fichier' } },
  expected: {
    string: { en: 'a text', fr: 'un texte' },
    number: { en: 'a number', fr: 'un nombre' },
    boolean: { en: 'true or false', fr: 'true ou false' },
    array: { en: 'a list', fr: 'une liste' },
    object: { en: 'a group of fields', fr: 'un groupe de champs' },
  },
};

function fill(template: string, params: Problem['params'], language: ProblemLanguage): string {
  const text = template.replace(/\{(\w+)\}/g, (whole, name: string) => {
    if (!Object.hasOwn(params, name)) return whole;
    const value = String(params[name]);
    const words = Object.hasOwn(WORDS, name) ? WORDS[name] : undefined;
    return words && Object.hasOwn(words, value) ? (words[value]?.[language] ?? value) : value;
  });
  return language === 'fr' ? text.replace(/ (?=[:»])/g, '\u00a0').replace(/« /g, '«\u00a0') : text;
}
