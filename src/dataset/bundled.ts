/** Addresses of the bundled story; the files are written from data/ when the page is built. */
export const bundled: Record<'en' | 'fr', { story: string; detail: string }> = {
  en: {
    story: new URL('../../.generated/story.en.json', import.meta.url).href,
    detail: new URL('../../.generated/detail.en.json', import.meta.url).href,
  },
  fr: {
    story: new URL('../../.generated/story.fr.json', import.meta.url).href,
    detail: new URL('../../.generated/detail.fr.json', import.meta.url).href,
  },
};
