import './app.css';
import { boot, readable } from './boot';
import { showLastResort } from './last-resort';

const target = document.querySelector<HTMLElement>('#app') ?? document.body;
boot(target).catch((error: unknown) => {
  if (readable(target)) void globalThis.early?.renew().then((coming) => coming || globalThis.early?.stuck());
  else showLastResort(target);
  throw error;
});
