/** Teaching on a page: made when it is first asked for, and kept however the panels change. */
import { normalise } from '../../data/normalise';
import { addExample, imageOf, TAUGHT_SIDE } from '../../data/taught/taught';
import { isPointSize } from '../../data/points/point';
import { createTaughtStore, type TaughtPort } from '../../session/teach/taught-store';
import { createTeach, type Teach } from '../../session/teach/teach';
import type { StimulusState } from '../../session/stimulus/stimulus';
import type { View } from '../view';

function after(ms: number, run: () => void): () => void {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
}

/** @param port where what is taught is kept; called once a page */
export function teachingOf(view: View, port: () => TaughtPort): Teach {
  if (!view.teaching) {
    const taught = createTaughtStore(port(), after);
    const { session } = view;
    // What runs leave is room for drawings.
    session.runs.store.subscribe(({ freed }, before) => {
      if (freed !== before.freed) taught.retry();
    });
    view.teaching = createTeach({ ...session, now: () => performance.now(), after }, taught);
  }
  return view.teaching;
}

/** Brings the panel of own classes, where a lesson may have been. */
export const openTeaching = ({ store }: View): void =>
  store.setState({ teaching: true, learning: false, lesson: null });

/** Whether there is a drawing on the pad, or a picture in its place, that could be an example. */
export const isDrawn = ({ kind, strokes, picture, ...size }: StimulusState): boolean =>
  kind === 'drawing' && (strokes.length > 0 || picture !== null) && !isPointSize(size);

/** What stands on the pad as an example: strokes, or of a picture the image alone, as the network sees it. */
function exampleOf({ strokes, picture, image, width, height }: StimulusState) {
  if (!picture) return { strokes, image: imageOf(strokes) };
  const asTaught = width === TAUGHT_SIDE && height === TAUGHT_SIDE;
  return {
    strokes: null,
    image: asTaught ? image.slice() : normalise(image, width, height, TAUGHT_SIDE, TAUGHT_SIDE),
  };
}

/** Takes the drawing off the pad as an example of a class; the pad is blank for the next one. @returns whether there was one */
export function takeDrawing(view: View, { taught, ask }: Teach, classId: number): boolean {
  const { stimulus } = view.session;
  const drawing = stimulus.store.getState();
  if (!isDrawn(drawing)) return false;
  const { answer } = view.derived.base();
  ask(classId, answer?.class ?? answer?.guess ?? null);
  const example = exampleOf(drawing);
  taught.edit((all) => addExample(all, classId, example));
  stimulus.clear();
  return true;
}
