/**
 * The page on paper: one column in light colours, whatever the window shows. The browser asks for it between two frames, so all
 * sizes are measured and all canvases drawn at once; app.module.css says how it is laid out.
 */
import { flushSync } from 'react-dom';
import { drawForPaper } from './pixel-ratio';
import { enlargeForPaper } from './presentation';
import { measureNow } from './watch-size';
import { showForPaper } from './theme/theme';

/** Rounds of measuring: an element laid out by a measured size holds others that have to be measured after it. */
const TURNS = 3;

export const isPrinting = (): boolean => 'printing' in document.documentElement.dataset;

function show(paper: boolean): void {
  const { dataset } = document.documentElement;
  if (paper) dataset.printing = '';
  else delete dataset.printing;
  enlargeForPaper(paper);
  flushSync(() => showForPaper(paper));
  drawForPaper(paper);
  for (let turn = 0; turn < TURNS; turn++) flushSync(measureNow);
}

const before = () => show(true);
const after = () => show(false);

/** Makes the page ready for paper before each print, and for the screen after it; returns what ends that. */
export function watchPrinting(): () => void {
  addEventListener('beforeprint', before);
  addEventListener('afterprint', after);
  return () => {
    removeEventListener('beforeprint', before);
    removeEventListener('afterprint', after);
  };
}
