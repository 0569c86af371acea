/** Device pixels a CSS pixel: it changes with the browser's zoom, and with the monitor that the window is on. */

/** Paper is finer than a screen: canvases are printed as the bitmaps they are. */
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

/** A media query holds for one ratio alone: with each change the next one is asked. */
function watch(): void {
  const query = matchMedia(`(resolution: ${window.devicePixelRatio || 1}dppx)`);
  const onChange = () => {
    watch();
    tell();
  };
  query.addEventListener('change', onChange, { once: true });
}

watch();
