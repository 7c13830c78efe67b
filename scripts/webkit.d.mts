export interface WebKit {
  driver: string;
  browser: string;
  xvfb: string;
}
export const WEBKIT_PACKAGES: string[];
export function findWebKit(): WebKit | undefined;
export function ensureWebKit(): WebKit | undefined;
