/** Drawing and choosing samples. */
import { snapPoint } from '../../data/drawing-grid';
import { imageAt, sameSize, type ImageSize } from '../../data/image-set';
import { nounOf } from '../../data/noun';
import { toImage } from '../../data/pictures/to-image';
import { isPointSize } from '../../data/points/point';
import { touches, type Point, type Stroke } from '../../data/strokes';
import type { DataRole } from '../../engine/engine';
import { createRandom } from '../../model/random';
import type { Core } from '../core/core';
import { createDrawingImage } from './drawing';
import type { Presenter } from './present';
import { findSample, listSamples, type SampleFilter } from '../data/samples';
import type { ShownPicture, StimulusState } from './stimulus';

/** Most drawings that undo brings back. */
const MOST_PAST = 200;

/** How far beside its middle an eraser reaches, in units of the pad's side. */
const ERASER = 0.02;

export type StimulusActions = ReturnType<typeof createStimulusActions>;

export function createStimulusActions(
  core: Pick<Core, 'data' | 'messages' | 'network' | 'stimulus'>,
  presenter: Pick<Presenter, 'present'>,
  evaluate: () => Promise<void>,
) {
  const store = core.stimulus;
  const random = createRandom(0x5a3b1e);
  const drawingImage = createDrawingImage();

  /** The state before the stroke under way began: `withdrawStroke` goes back to it. */
  let before: StimulusState | null = null;
  /** ... and the one before the picture was shown, for `undo`. */
  let beforePicture: StimulusState | null = null;
  /** The stroke under way, for as long as it is the last of the drawing. */
  let under: Stroke | null = null;
  const snapped = new WeakMap<Point, Point>();
  /** The stroke with its points on the drawing's grid. The same point gives the same object: by it the drawing knows what is drawn. */
  const snap = ({ points, width }: Stroke): Stroke => ({
    points: points.map((point) => {
      const known = snapped.get(point);
      if (known) return known;
      const next = snapPoint(point);
      snapped.set(point, next);
      // A point of the grid is its own nearest point.
      snapped.set(next, next);
      return next;
    }),
    width,
  });

  function draw(strokes: Stroke[], rest: Partial<Pick<StimulusState, 'past' | 'future'>>): void {
    const { width, height } = store.getState();
    const image = drawingImage(strokes, width, height);
    store.setState({ kind: 'drawing', sample: null, picture: null, strokes, image, ...rest });
    void presenter.present('stroke');
  }

  /** Puts back what there was, unless the network has changed since and no longer reads images of that size. */
  function putBack(earlier: StimulusState): void {
    const { filter, ...now } = store.getState();
    if (!sameSize(earlier, now)) return;
    store.setState({ ...earlier, filter });
    void presenter.present('stroke');
  }

  /** Another drawing, after which undo brings back the one there was. */
  function become(strokes: Stroke[]): void {
    const { kind, strokes: last, past } = store.getState();
    // A sample had taken the drawing's place: on the pad there was none.
    const gone = kind === 'sample' && last.length > 0 ? [last, []] : [last];
    draw(strokes, { past: [...past, ...gone].slice(-MOST_PAST), future: [] });
  }

  function answers(): Uint8Array | null {
    return core.network.getState().evaluation?.answers ?? null;
  }

  function show(role: DataRole, index: number): void {
    const { set } = core.data.getState()[role];
    if (!set || index < 0 || index >= set.count) return;
    const { input } = core.network.getState().spec;
    if (!sameSize(set, input)) {
      core.messages.error(
        `The samples are ${set.width} x ${set.height} pixels, but the network reads ${input.width} x ${input.height}: ` +
          'choose another data set or edit the network.',
        { topic: 'sample' },
      );
      return;
    }
    core.messages.settle('sample');
    const sample = { role, index, label: set.labels[index]! };
    before = null;
    store.setState({ kind: 'sample', picture: null, image: imageAt(set, index).slice(), sample });
    void presenter.present('stimulus');
  }

  function go(filter: SampleFilter, from: number, direction: 1 | -1): void {
    const { set } = core.data.getState().test;
    if (!set) {
      core.messages.note('The samples are still loading.', { topic: 'sample' });
      return;
    }
    const index = findSample(set, answers(), filter, from, direction);
    if (index === null) {
      const { one } = nounOf(set);
      const what = filter.label === null ? `test ${one}` : `test ${one} of class ${filter.label}`;
      const as = filter.answer === undefined ? '' : ` as ${filter.answer}`;
      const read = filter.misread ? 'misreads' : 'reads';
      const text =
        filter.misread || as ? `The network ${read} no ${what}${as}.` : `There is no ${what}.`;
      core.messages.note(text, { topic: 'sample' });
      return;
    }
    show('test', index);
  }

  async function known(filter: SampleFilter): Promise<void> {
    if ((filter.misread || filter.answer !== undefined) && !answers()) await evaluate();
  }

  return {
    store,
    show,
    beginStroke: (stroke: Stroke) => {
      before = store.getState();
      const { kind, strokes } = before;
      under = snap(stroke);
      become(kind === 'sample' ? [under] : [...strokes, under]);
    },
    /** The stroke under way has grown. One that was taken back meanwhile, or that a sample has covered, stays away. */
    extendStroke(stroke: Stroke) {
      const { kind, strokes } = store.getState();
      if (kind !== 'drawing' || !under || strokes.at(-1) !== under) return;
      under = snap(stroke);
      draw([...strokes.slice(0, -1), under], {});
    },
    /**
     * Takes away the strokes that an eraser touches on its way; whether there are any.
     * @param joined the same eraser has taken others: undo brings all of them back at once
     */
    erase(way: readonly Point[], joined: boolean): boolean {
      const { kind, strokes } = store.getState();
      if (kind !== 'drawing') return false;
      const left = strokes.filter((stroke) => !way.some((at) => touches(stroke, at, ERASER)));
      if (left.length === strokes.length) return false;
      if (joined) draw(left, {});
      else become(left);
      return true;
    },
    /** The last stroke begun was none: what there was before is there again, a sample too. */
    withdrawStroke() {
      if (!before) return;
      const last = before;
      before = null;
      putBack(last);
    },
    /** A picture in place of what is looked at; `undo` brings that back. Of a picture after another, as of a camera's, what was before the first. */
    showPicture(picture: ShownPicture): void {
      const now = store.getState();
      const { width, height } = now;
      const first = now.picture === null;
      if (first) beforePicture = now;
      before = null;
      const image = toImage(picture.ink, { width, height }, picture.normalised);
      const nothing = { sample: null, strokes: [], past: [], future: [] };
      store.setState({ ...nothing, kind: 'drawing', picture, image });
      void presenter.present(first ? 'stimulus' : 'stroke');
    },
    /** Holds what is looked at, with all that undo would bring back: the function puts it back. */
    hold(): () => Promise<void> {
      const held = store.getState();
      return () => {
        before = null;
        store.setState(held);
        return presenter.present('stimulus');
      };
    },
    /** The network reads images of another size: a drawing is rasterised again for it, a sample is taken off the page. */
    resize({ width, height }: ImageSize): void {
      const { kind, strokes, picture, ...former } = store.getState();
      // A drawing of a digit means nothing as a point, nor a point as a drawing: between the two nothing is kept.
      const other = isPointSize(former) !== isPointSize({ width, height });
      const kept = kind === 'drawing' && !other ? strokes : [];
      const shown = other ? null : picture;
      const image = shown
        ? toImage(shown.ink, { width, height }, shown.normalised)
        : drawingImage(kept, width, height);
      before = null;
      const rest = { kind: 'drawing', sample: null, picture: shown, strokes: kept } as const;
      store.setState({ width, height, image, ...rest });
      // Undo brings back the drawing that the sample had taken the place of.
      if (other) store.setState({ past: [], future: [] });
      else if (kept !== strokes && strokes.length > 0) {
        store.setState({ past: [...former.past, strokes] });
      }
    },
    undo() {
      const { strokes, past, future, kind, picture } = store.getState();
      if (picture) return beforePicture ? putBack(beforePicture) : draw([], {});
      // Brings back the drawing that the sample took the place of; where there was none, the sample stays.
      if (kind === 'sample' && strokes.length > 0) return draw(strokes, {});
      const last = past.at(-1);
      if (last) draw(last, { past: past.slice(0, -1), future: [...future, strokes] });
    },
    redo() {
      const { strokes, past, future, kind } = store.getState();
      const next = future.at(-1);
      if (!next || kind !== 'drawing') return;
      draw(next, { past: [...past, strokes], future: future.slice(0, -1) });
    },
    /** These strokes and no others; undo takes them back one by one. */
    redraw: (strokes: Stroke[]) =>
      draw(strokes, { past: strokes.map((_, s) => strokes.slice(0, s)), future: [] }),
    clear() {
      const { strokes, past } = store.getState();
      draw([], { past: strokes.length > 0 ? [...past, strokes] : past, future: [] });
    },
    async step(direction: 1 | -1): Promise<void> {
      const { filter, sample } = store.getState();
      await known(filter);
      go(filter, sample?.role === 'test' ? sample.index : direction === 1 ? -1 : 0, direction);
    },
    async random(): Promise<void> {
      const { filter } = store.getState();
      await known(filter);
      go(filter, random.below(core.data.getState().test.set?.count ?? 1), 1);
    },
    async setFilter(filter: SampleFilter): Promise<void> {
      store.setState({ filter });
      await known(filter);
      const { set } = core.data.getState().test;
      const { sample } = store.getState();
      const from = sample?.role === 'test' ? sample.index : 0;
      if (set) go(filter, from - 1, 1);
    },
    matches(from: number, most: number): number[] {
      const { set } = core.data.getState().test;
      return set ? listSamples(set, answers(), store.getState().filter, from, most) : [];
    },
  };
}
