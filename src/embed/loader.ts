/**
 * embed.v1.js: what a host may add beside its frames. Gives each the height it asks for; where the frame carries
 * `data-g7-hash`, keeps its state in the host’s own address (`#g7=…`), so that a link to the article leads to what was
 * shown in it. Knows a frame by the window that speaks, never by a name. Built on its own, in one classic script.
 */
const script = document.currentScript as HTMLScriptElement | null;
const home = script ? new URL('.', script.src).href : '?';
const frames = (): HTMLIFrameElement[] => [...document.querySelectorAll('iframe')];

const read = (): string => {
  try {
    return decodeURIComponent(/[#&]g7=([^&]*)/.exec(location.hash)?.[1] ?? '');
  } catch {
    return '';
  }
};
const greet = (frame: HTMLIFrameElement): void => {
  const state = 'g7Hash' in frame.dataset ? { state: read() } : {};
  frame.contentWindow?.postMessage({ g7: 1, hello: 1, ...state }, '*');
};
const greetAll = () => frames().forEach((each) => each.src.startsWith(home) && greet(each));

addEventListener('message', ({ data, source }) => {
  if (data?.g7 !== 1) return;
  const frame = frames().find(({ contentWindow }) => contentWindow === source);
  if (!frame) return;
  if (data.hello) greet(frame);
  if (data.height > 0) frame.style.height = `${data.height}px`;
  if (typeof data.state === 'string' && 'g7Hash' in frame.dataset)
    history.replaceState(history.state, '', `#g7=${encodeURIComponent(data.state)}`);
});
addEventListener('hashchange', greetAll);
greetAll();
export {};
