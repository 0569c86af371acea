/**
 * The page on paper: one column in light colours, whatever the window shows. The browser asks for it between two frames, so all
 * sizes are measured and all canvases drawn at once; app.module.css says how it is laid out.
 */
import { flushSync } from 'react-dom';
import { isPrinting, paperStore } from './paper';
import { drawForPaper } from './pixel-ratio';
import { enlargeForPaper } from './presentation';
import { measureNow } from './watch-size';
import { showForPaper } from './theme/theme';

/** Rounds of measuring: an element laid out by a measured size holds others that have to be measured after it. */
const TURNS = 3;

function show(paper: boolean): void {
  if (paper === isPrinting()) return;
  const { dataset } = document.documentElement;
  if (paper) dataset.printing = '';
  else delete dataset.printing;
  enlargeForPaper(paper);
  flushSync(() => {
    paperStore.setState({ paper });
    showForPaper(paper);
  });
  drawForPaper(paper);
  for (let turn = 0; turn < TURNS; turn++) flushSync(measureNow);
}

/** Between the two events a browser's preview goes to paper and back as often as it likes. */
let printing = false;
const before = () => {
  printing = true;
  show(true);
};
const after = () => {
  printing = false;
  show(false);
};

/** Programs that look at the page as print media, without printing it, have no other event. */
const print = matchMedia('print');
const media = () => {
  if (!printing) show(print.matches);
};

/** Makes the page ready for paper before each print, and for the screen after it; returns what ends that. */
export function watchPrinting(): () => void {
  addEventListener('beforeprint', before);
  addEventListener('afterprint', after);
  print.addEventListener('change', media);
  return () => {
    removeEventListener('beforeprint', before);
    removeEventListener('afterprint', after);
    print.removeEventListener('change', media);
  };
}
