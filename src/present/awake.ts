/** Keeps the screen from going to sleep while it is in the page: browsers let go of the lock whenever they are hidden. */
import type { Attachment } from 'svelte/attachments';

export const awake: Attachment = () => {
  let lock: WakeLockSentinel | null = null;
  let over = false;
  const ask = async () => {
    if (document.visibilityState !== 'visible') return;
    try {
      lock = await navigator.wakeLock.request('screen');
      if (over) await lock.release();
    } catch {
      // Without it, or on a low battery, the screen goes by the settings of the computer.
    }
  };
  const look = () => void ask();
  look();
  document.addEventListener('visibilitychange', look);
  return () => {
    over = true;
    document.removeEventListener('visibilitychange', look);
    void lock?.release().catch(() => {});
  };
};
