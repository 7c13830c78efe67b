/** Addresses of the bundled story by language; the files are written from data/ when the page is built. */
const files = import.meta.glob<string>('../../.generated/*.json', {
  query: '?url',
  import: 'default',
  eager: true,
});

export interface BundledStory {
  story: string;
  detail: string;
  questions: string;
}

/** The languages the bundled story speaks, each with its files. */
export const bundled: ReadonlyMap<string, BundledStory> = new Map(
  Object.entries(files).flatMap(([path, story]): [string, BundledStory][] => {
    const locale = /story\.(\w+)\.json$/.exec(path)?.[1];
    const [detail, questions] = ['detail', 'questions'].map(
      (name) => files[`../../.generated/${name}.${locale}.json`],
    );
    return locale !== undefined && detail !== undefined
      ? [[locale, { story, detail, questions: questions ?? '' }]]
      : [];
  }),
);
