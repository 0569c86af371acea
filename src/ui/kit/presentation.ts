/**
 * Presentation: everything one and a half times as large, to be read from the back row. CSS `zoom` lays all of it out anew, so that
 * type and lines are sharp; canvases are told to draw with as many more pixels. Where a pointer is within an element says place-in.ts.
 */
import type { View } from '../../view/view';
import { pageZoom, zoomPage } from './pixel-ratio';

const ENLARGED = 1.5;

/** Below this there is no room for it: a phone is held as near as it has to be. */
const roomy = matchMedia('(min-width: 900px)');

let asked = false;
let paper = false;

function apply(): void {
  const { dataset } = document.documentElement;
  const on = asked && !paper && roomy.matches;
  if (on === pageZoom() > 1) return;
  if (on) dataset.presenting = '';
  else delete dataset.presenting;
  zoomPage(on ? ENLARGED : 1);
}

/** Paper is as large as it is, whatever the screen shows. */
export function enlargeForPaper(on: boolean): void {
  paper = on;
  apply();
}

/** Enlarges the page as the view asks for; returns what ends that. */
export function watchPresentation({ store }: View): () => void {
  const look = () => {
    asked = store.getState().presenting;
    apply();
  };
  look();
  const stop = store.subscribe(look);
  roomy.addEventListener('change', apply);
  return () => {
    stop();
    roomy.removeEventListener('change', apply);
    asked = false;
    apply();
  };
}
