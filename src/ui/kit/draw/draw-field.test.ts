import { expect, it } from 'vitest';
import { mapsGrid } from '../../../view/layout/grid';
import { drawField, type FieldState } from './draw-field';
import { filled, palette, recorder } from './recorder.test-data';

/** 2 x 2 neurons in cells of 10 pixels. */
function drawn(patch: Partial<FieldState> = {}) {
  const { ctx, calls } = recorder();
  drawField(ctx, palette, {
    grid: { columns: 2, rows: 2, count: 4 },
    place: { left: 5, top: 0, cell: 10 },
    values: [2, -1, 0, 1],
    largest: 2,
    times: [0.1, Infinity, 0.9, 0.5],
    rings: true,
    until: 0.5,
    highlighted: null,
    ...patch,
  });
  expect(ctx.globalAlpha).toBe(1);
  return calls;
}

it('has a cell a neuron in the colour of its value against the largest', () => {
  const calls = drawn();
  expect(calls.filter(({ name }) => name === 'fillRect').map(({ style }) => style)).toEqual([
    'signed 1',
    'signed -0.5',
    'signed 0',
    'signed 0.5',
  ]);
  expect(filled(calls, 'signed -0.5')).toEqual([[15, 0, 10, 10]]);
  // All of them 0: the middle, not a division by 0.
  expect(filled(drawn({ values: [0, 0, 0, 0], largest: 0 }), 'signed 0')).toHaveLength(4);
});

it('hatches what is negative, the smallest cells every few, and nothing else', () => {
  const strokes = (patch: Partial<FieldState>) => {
    const calls = drawn({ rings: false, ...patch });
    return calls.filter(({ name }) => name === 'moveTo' || name === 'lineTo');
  };
  expect(strokes({}).map(({ args }) => args)).toEqual([
    [15, 10],
    [25, 0],
  ]);
  expect(strokes({ values: [2, 0.5, 0, 1] })).toEqual([]);
  const values = Array.from({ length: 16 }, () => -1);
  const small = { grid: { columns: 4, rows: 4, count: 16 }, values, times: values };
  // Diagonals that meet: a stroke in every other cell of 2 pixels, whose columns and rows add up to even numbers.
  expect(strokes({ ...small, place: { left: 0, top: 0, cell: 2 } })).toHaveLength(2 * 8);
  expect(strokes({ ...small, place: { left: 0, top: 0, cell: 4 } })).toHaveLength(2 * 16);
});

it('rings spikes: causes in ink, later ones softly, silent neurons not at all', () => {
  const calls = drawn();
  const [soft, ink] = calls.flatMap(({ name }, n) => (name === 'stroke' ? [n] : [])).slice(-2);
  expect([calls[soft!]!.style, calls[ink!]!.style]).toEqual(['soft', 'ink']);
  const corners = (from: number, to: number) =>
    calls
      .slice(from, to)
      .filter(({ name }) => name === 'rect')
      .map(({ args }) => args.slice(0, 2));
  expect(corners(0, soft!)).toEqual([[6.5, 11.5]]);
  expect(corners(soft!, ink!)).toEqual([
    [6.5, 1.5],
    [16.5, 11.5],
  ]);
  expect(drawn({ rings: false }).some(({ name }) => name === 'rect')).toBe(false);
});

it('frames what a convolution sees on every map, and the neuron that is highlighted', () => {
  const frames = drawn({
    grid: mapsGrid({ columns: 2, rows: 1, channels: 2 }, 10),
    frame: { x: 1, y: 0, columns: 1, rows: 1 },
    rings: false,
    highlighted: 0,
  }).filter(({ name, style }) => name === 'strokeRect' && style === 'ink');
  expect(frames.map(({ args }) => args)).toEqual([
    [14.5, -0.5, 11, 11],
    [44.5, -0.5, 11, 11],
    [3.5, -1.5, 13, 13],
  ]);
});
