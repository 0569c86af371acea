import { expect, it } from 'vitest';
import { mapsGrid } from '../../../view/layout/grid';
import { drawMaps, type MapsState } from './draw-maps';
import { timeShare } from './draw-raster';
import { filled, palette, recorder } from './recorder.test-data';

/** Two maps of 2 x 1 places side by side, cells of 10 pixels; neuron = place * 2 + channel. */
const grid = mapsGrid({ columns: 2, rows: 1, channels: 2 }, 10);
const times = [0.25, Infinity, 1.5, 0.5];

function drawn(patch: Partial<MapsState> = {}, cell = 10) {
  const { ctx, calls } = recorder();
  drawMaps(ctx, palette, {
    grid,
    place: { left: 0, top: 0, cell },
    times,
    cursor: 1,
    causes: null,
    aside: false,
    errors: null,
    ghost: null,
    selected: null,
    hovered: null,
    ...patch,
  });
  return calls;
}

const timed = (t: number) => palette.timeColor(timeShare(t));

it('has a ground a map, a cell a spike in the colour of its time, and no cell where a neuron is silent', () => {
  const calls = drawn();
  expect(filled(calls, 'well')).toEqual([
    [0, 0, 20, 10],
    [30, 0, 20, 10],
  ]);
  expect(filled(calls, timed(0.25))).toEqual([[0, 0, 9, 9]]);
  expect(filled(calls, timed(0.5))).toEqual([[40, 0, 9, 9]]);
  // After the cursor: faint.
  const late = calls.find(({ style }) => style === timed(1.5))!;
  expect(late.args).toEqual([10, 0, 9, 9]);
  expect(late.alpha).toBeLessThan(0.3);
  expect(calls).toHaveLength(5);
});

it('tells excitatory from inhibitory causes by shape as well, and what has no part by a dot', () => {
  const calls = drawn({ causes: { part: [0.4, 0, -0.4, 0], largest: 0.4 } });
  expect(filled(calls, 'exc')).toEqual([[0, 0, 9, 9]]);
  expect(filled(calls, 'inh')).toEqual([[10, 0, 9, 9]]);
  // Hollow: the ground again within a rim.
  expect(filled(calls, 'well')).toContainEqual([12.25, 2.25, 4.5, 4.5]);
  expect(filled(calls, 'soft')).toHaveLength(1);
});

it('shows an error from the side of the cell that it points to', () => {
  const errors = { delta: [1, 0, -0.25, 0.01], largest: 1, floored: new Set([2]) };
  const calls = drawn({ errors });
  expect(filled(calls, 'good')).toEqual([[0, 0, 9, 9]]);
  expect(filled(calls, 'bad')).toEqual([[14.5, 0, 4.5, 9]]);
  expect(filled(calls, 'ink')).toEqual([[10, 8, 9, 1]]);
  expect(filled(calls, 'soft')).toHaveLength(1);
});

it('marks former times where they were others, with an outline where only the ghost spikes', () => {
  const ghost = [0.25, 0.75, 1, Infinity];
  const calls = drawn({ ghost });
  expect(filled(calls, timed(1))).toHaveLength(1);
  expect(calls.filter(({ name }) => name === 'strokeRect')).toHaveLength(1);
  // Cells without room for a second mark have none.
  expect(drawn({ ghost }, 4).some(({ name }) => name === 'strokeRect')).toBe(false);
});

it('rings what is selected and hovered, a silent neuron too', () => {
  const rings = drawn({ selected: 1, hovered: 0 }).filter(({ name }) => name === 'strokeRect');
  expect(rings.map(({ args }) => args)).toEqual([
    [-1.5, -1.5, 12, 12],
    [28.5, -1.5, 12, 12],
  ]);
});
