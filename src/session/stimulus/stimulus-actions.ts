/** Drawing and choosing samples. */
import { snapPoint } from '../../data/drawing-grid';
import { imageAt, sameSize, type ImageSize } from '../../data/image-set';
import { nounOf } from '../../data/noun';
import { isPointSize } from '../../data/points/point';
import type { Point, Stroke } from '../../data/strokes';
import type { DataRole } from '../../engine/engine';
import { createRandom } from '../../model/random';
import type { Core } from '../core/core';
import { createDrawingImage } from './drawing';
import type { Presenter } from './present';
import { findSample, listSamples, type SampleFilter } from '../data/samples';
import type { StimulusState } from './stimulus';

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

  function draw(strokes: Stroke[], rest: { undone?: Stroke[]; cleared?: Stroke[] | null }): void {
    const { width, height } = store.getState();
    const image = drawingImage(strokes, width, height);
    store.setState({ kind: 'drawing', sample: null, strokes, image, ...rest });
    void presenter.present('stroke');
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
    store.setState({ kind: 'sample', image: imageAt(set, index).slice(), sample });
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
      const first = snap(stroke);
      draw(kind === 'sample' ? [first] : [...strokes, first], { undone: [], cleared: null });
    },
    extendStroke: (stroke: Stroke) =>
      draw([...store.getState().strokes.slice(0, -1), snap(stroke)], {}),
    /** The last stroke begun was none: what there was before is there again, a sample too. */
    withdrawStroke() {
      if (!before) return;
      const { filter: _, ...rest } = before;
      before = null;
      // The network has changed since, and no longer reads images of that size.
      if (rest.width !== store.getState().width || rest.height !== store.getState().height) return;
      store.setState(rest);
      void presenter.present('stroke');
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
      const { kind, strokes, ...former } = store.getState();
      // A drawing of a digit means nothing as a point, nor a point as a drawing: between the two nothing is kept.
      const other = isPointSize(former) !== isPointSize({ width, height });
      const kept = kind === 'drawing' && !other ? strokes : [];
      const image = drawingImage(kept, width, height);
      before = null;
      store.setState({ width, height, kind: 'drawing', sample: null, strokes: kept, image });
      // Undo brings back the drawing that the sample had taken the place of.
      if (other) store.setState({ cleared: null, undone: [] });
      else if (kept !== strokes && strokes.length > 0) store.setState({ cleared: strokes });
    },
    undo() {
      const { strokes, undone, cleared, kind } = store.getState();
      // Brings back the drawing that the sample took the place of; where there was none, the sample stays.
      if (kind === 'sample' && strokes.length > 0) return draw(strokes, {});
      if (strokes.length === 0 && cleared) return draw(cleared, { cleared: null });
      const last = strokes[strokes.length - 1];
      if (last) draw(strokes.slice(0, -1), { undone: [...undone, last] });
    },
    redo() {
      const { strokes, undone, kind } = store.getState();
      const last = undone[undone.length - 1];
      if (last && kind === 'drawing') draw([...strokes, last], { undone: undone.slice(0, -1) });
    },
    /** These strokes and no others, with nothing to take back. */
    redraw: (strokes: Stroke[]) => draw(strokes, { undone: [], cleared: null }),
    clear() {
      const { strokes, cleared } = store.getState();
      draw([], { undone: [], cleared: strokes.length > 0 ? strokes : cleared });
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
