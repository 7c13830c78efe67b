export const FIREFOX_PREFS: Record<string, number>;
export function findFirefox(): string | undefined;
export function ensureFirefox(): string | undefined;
