/** Tells the page around how high this one is, so that its frame can be as high and nothing is cut. */
import { MESSAGES_VERSION, readMessage } from '../../view/embed/messages';
import { fullPanelStore } from '../../view/full-panel';
import { isPrinting } from '../kit/paper';

/**
 * The height is told to whoever is around: it says nothing of the person or of what is on the page.
 * @param page is at least as high as the window, but for the time in which `data-measuring` stands on the root
 * @returns what ends it
 */
export function tellHeight(page: HTMLElement, around: Window): () => void {
  const { parent } = around;
  if (parent === around) return () => undefined;
  const root = around.document.documentElement;
  let told = 0;

  /** What the page needs. Not what it takes: in a frame that is higher it fills that, and the two would push each other up. */
  function needed(): number {
    root.dataset['measuring'] = '';
    const { height } = page.getBoundingClientRect();
    delete root.dataset['measuring'];
    return Math.ceil(height);
  }

  function tell(): void {
    // Paper has a layout of its own, and so has a page of which one panel fills the window.
    if (isPrinting() || fullPanelStore.getState().full !== null) return;
    const height = needed();
    if (height === told || height === 0) return;
    told = height;
    parent.postMessage({ type: 'mtspike:height', v: MESSAGES_VERSION, height }, '*');
  }

  function onMessage({ data, source }: MessageEvent): void {
    if (source !== parent || readMessage(data).message?.type !== 'mtspike:get-height') return;
    told = 0;
    tell();
  }

  // Browsers draw no frame that is out of sight, and observe nothing in it: while it opens it is looked at all the same.
  const looks = [500, 1000, 2000, 4000, 8000].map((after) => setTimeout(tell, after));
  const observer = new ResizeObserver(tell);
  const observed = new Set<Element>();
  function watch(): void {
    for (const part of page.querySelectorAll('[data-panel], [data-messages]')) {
      if (!observed.has(part)) observer.observe(part);
      observed.add(part);
    }
    tell();
  }
  // A panel may come or go, as that of the lessons does.
  const comings = new MutationObserver(watch);
  for (const column of page.querySelectorAll('[data-column]'))
    comings.observe(column, { childList: true });
  observer.observe(page);
  watch();
  around.addEventListener('message', onMessage);
  return () => {
    observer.disconnect();
    comings.disconnect();
    looks.forEach(clearTimeout);
    around.removeEventListener('message', onMessage);
  };
}
