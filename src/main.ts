import './app.css';
import { boot } from './boot';
import { showLastResort } from './last-resort';

const target = document.querySelector('#app') ?? document.body;
boot(target).catch((error: unknown) => {
  showLastResort(target);
  throw error;
});
