/** The languages of the interface: adding one is a line here and a message file beside en.json. */
export const LOCALES = {
  en: { name: 'English', intl: 'en-CA' },
  fr: { name: 'Français', intl: 'fr-CA' },
} as const satisfies Record<string, { name: string; intl: string }>;

export type Locale = keyof typeof LOCALES;

export const DEFAULT_LOCALE: Locale = 'en';

export const isLocale = (code: string): code is Locale => Object.hasOwn(LOCALES, code);
