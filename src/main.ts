import './app.css';
import { boot, readable } from './boot';
import { showLastResort } from './last-resort';

function start(): void {
  const target = document.querySelector<HTMLElement>('#app') ?? document.body;
  boot(target).catch((error: unknown) => {
    if (readable(target))
      void globalThis.early?.renew().then((coming) => coming || globalThis.early?.stuck());
    else showLastResort(target);
    throw error;
  });
}

// A script that early/early.ts brings does not wait for the page, as others of its kind do.
if (document.readyState === 'loading') addEventListener('DOMContentLoaded', start);
else start();
