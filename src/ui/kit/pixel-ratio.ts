/** Device pixels a CSS pixel: it changes with the browser's zoom, and with the monitor that the window is on. */
import { createStore } from 'zustand/vanilla';

/** Paper is finer than a screen: canvases are printed as the bitmaps they are. */
const PAPER = 3;

const screenRatio = () => window.devicePixelRatio || 1;

export const pixelRatioStore = createStore(() => ({ ratio: screenRatio() }));

export function drawForPaper(paper: boolean): void {
  const ratio = paper ? Math.max(PAPER, screenRatio()) : screenRatio();
  pixelRatioStore.setState({ ratio });
}

/** A media query holds for one ratio alone: with each change the next one is asked. */
function watch(): void {
  matchMedia(`(resolution: ${screenRatio()}dppx)`).addEventListener(
    'change',
    () => {
      pixelRatioStore.setState({ ratio: screenRatio() });
      watch();
    },
    { once: true },
  );
}

watch();
