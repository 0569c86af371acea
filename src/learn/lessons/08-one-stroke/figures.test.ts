import { expect, test } from 'vitest';
import { normalise } from '../../../data/normalise';
import { DEFAULT_PEN, DRAWING_SIDE, drawStrokes } from '../../../data/strokes';
import { forward } from '../../../model/step';
import { DEFAULT_MODEL, outcomes, shown } from '../default-model.node';
import { figures as f, OPEN, TOP } from './figures';

const all = await outcomes();
const mean = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0) / numbers.length;

test('the more pixels spike, the earlier the decision', () => {
  expect(all).toHaveLength(f.images);
  const spikes = all.map((o) => o.inputSpikes);
  const times = all.map((o) => o.decisionTime!);
  const [s, t] = [mean(spikes), mean(times)];
  const spread = (a: number[], am: number, b: number[], bm: number) =>
    mean(a.map((x, i) => (x - am) * (b[i]! - bm)));
  const r =
    spread(spikes, s, times, t) /
    Math.sqrt(spread(spikes, s, spikes, s) * spread(times, t, times, t));
  expect(shown(r, 2)).toBe(f.correlation);
});

test('so do the quarters of the images', () => {
  const sorted = all.toSorted((a, b) => a.inputSpikes - b.inputSpikes).map((o) => o.decisionTime!);
  const quarter = f.images / 4;
  expect(shown(mean(sorted.slice(0, quarter)))).toBe(f.fewest);
  expect(shown(mean(sorted.slice(-quarter)))).toBe(f.most);
});

test.each([0.5, 1, 1.5])('one stroke makes a 9 of the 4, with a pen of %d', (pen) => {
  const { spec, weights } = DEFAULT_MODEL;
  const side = DRAWING_SIDE;
  const read = (ways: typeof OPEN) => {
    const strokes = ways.map((way) => ({
      width: pen * DEFAULT_PEN,
      points: way.map(([x, y]) => ({ x, y })),
    }));
    const image = normalise(drawStrokes(strokes), side, side, spec.input.width, spec.input.height);
    return forward(spec, weights, image).answer;
  };
  expect(read(OPEN).class).toBe(f.open);
  expect(read([...OPEN, TOP]).class).toBe(f.closed);
  // Hands differ: neither answer is a close one.
  expect(Math.min(read(OPEN).margin!, read([...OPEN, TOP]).margin!)).toBeGreaterThan(0.1);
});
