/** Device pixels a CSS pixel: it changes with the browser's zoom, in a presentation, and with the monitor that the window is on. */

/** The ratio while printing: a canvas is printed as a bitmap, and paper shows more detail than a screen. */
const PAPER = 3;

let paper = false;
let zoom = 1;
const listeners = new Set<() => void>();

/** Pixels of the window a pixel of the page: more in a presentation. */
export const pageZoom = (): number => zoom;

/** Pixels of the device a pixel of the page. */
export function pixelRatio(): number {
  const ratio = (window.devicePixelRatio || 1) * zoom;
  return paper ? Math.max(PAPER, ratio) : ratio;
}

/** Calls `listener` whenever the ratio changes; returns what ends that. */
export function watchPixelRatio(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

const tell = (): void => listeners.forEach((listener) => listener());

/** To be told of what CSS `zoom` the page has. */
export function zoomPage(now: number): void {
  zoom = now;
  tell();
}

export function drawForPaper(on: boolean): void {
  paper = on;
  tell();
}

/** A media query matches one ratio only: after each change the query for the new one is listened to. */
function watch(): void {
  const query = matchMedia(`(resolution: ${window.devicePixelRatio || 1}dppx)`);
  const onChange = () => {
    watch();
    tell();
  };
  query.addEventListener('change', onChange, { once: true });
}

watch();
