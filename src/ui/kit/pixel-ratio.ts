/** Device pixels a CSS pixel: it changes with the browser's zoom, and with the monitor that the window is on. */

/** The ratio while printing: a canvas is printed as a bitmap, and paper shows more detail than a screen. */
const PAPER = 3;

let paper = false;
const listeners = new Set<() => void>();

export function pixelRatio(): number {
  const ratio = window.devicePixelRatio || 1;
  return paper ? Math.max(PAPER, ratio) : ratio;
}

/** Calls `listener` whenever the ratio changes; returns what ends that. */
export function watchPixelRatio(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

const tell = () => listeners.forEach((listener) => listener());

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
