import { describe, expect, it } from 'vitest';
import { layerSizes } from '../../model/network';
import { parseNetwork } from '../../model/validate';
import { centre, overlap, type Direction } from './geometry';
import { boxOf, layoutCircuit, neuronAt, tileOf } from './layout';

const first = (_: number, most: number) => Array.from({ length: most }, (_, n) => n);
const points = (hidden: number[]) =>
  parseNetwork({ input: { width: 5, height: 1, cut: 0 }, layers: [...hidden, 3] });

const NETWORKS = {
  'points, 5-12-3': points([12]),
  'points, 5-30-3': points([30]),
  'points, 5-120-3': points([120]),
  'points, three layers': points([8, 40, 3]),
  'images, 784-128-10': parseNetwork({}),
  'images, 784-800-400-10': parseNetwork({ layers: [800, 400, 10] }),
  'images, no hidden layer': parseNetwork({ layers: [10] }),
  'images, ink and paper': parseNetwork({ coding: { polarity: 'both' } }),
  'images, 64 classes': parseNetwork({ layers: [64, 64] }),
  convolutions: parseNetwork({
    convolutions: [
      { channels: 16, kernel: 5, stride: 2 },
      { channels: 32, kernel: 3, stride: 2 },
    ],
    layers: [256, 10],
  }),
};
const SIZES: [Direction, number, number][] = [
  ['across', 820, 470],
  ['across', 1200, 700],
  ['down', 350, 760],
];

describe.each(Object.entries(NETWORKS))('%s', (_, spec) => {
  it.each(SIZES)('no tile overlaps another or leaves the room there is: %s, %d x %d', (...size) => {
    const [direction, width, height] = size;
    const layout = layoutCircuit(spec, { width, height, direction, choose: first });
    const boxes = layout.columns.flatMap(({ tiles }) => tiles.map(({ box }) => box));
    const outside = boxes.filter(
      (box) =>
        box.x < 0 ||
        box.y < 0 ||
        box.x + box.width > width + 1e-6 ||
        box.y + box.height > height + 1e-6,
    );
    expect(outside).toEqual([]);
    // Sixty-four outputs in one line are thin.
    const least = layerSizes(spec).at(-1)! > 26 ? 4 : 8;
    expect(Math.min(...boxes.map((box) => Math.min(box.width, box.height)))).toBeGreaterThan(least);
    const overlapping = boxes.filter((box, n) =>
      boxes.some((other, m) => m > n && overlap(box, other)),
    );
    expect(overlapping).toEqual([]);
    // Layers follow each other without standing side by side.
    const edges = layout.columns.map(({ box }) =>
      direction === 'across' ? [box.x, box.x + box.width] : [box.y, box.y + box.height],
    );
    for (const [n, edge] of edges.slice(1).entries()) {
      expect(edge[0]! - edges[n]![1]!).toBeGreaterThan(7);
    }
  });

  it('finds every neuron that is shown in the middle of its box, and no other there', () => {
    const layout = layoutCircuit(spec, {
      width: 820,
      height: 470,
      direction: 'across',
      choose: first,
    });
    layerSizes(spec).forEach((size, layer) => {
      for (let neuron = 0; neuron < size; neuron += 1 + Math.floor(size / 50)) {
        const box = boxOf(layout, { layer, neuron });
        if (box) expect(neuronAt(layout, centre(box))).toEqual({ layer, neuron });
        else expect(tileOf(layout, { layer, neuron })).toBeNull();
      }
    });
  });
});

it('lays the 128 hidden neurons of 784-128-10 out as a field, and leaves none out', () => {
  const layout = layoutCircuit(NETWORKS['images, 784-128-10'], {
    width: 820,
    height: 470,
    direction: 'across',
    choose: first,
  });
  expect(layout.columns.map(({ kind, tiles }) => [kind, tiles.length])).toEqual([
    ['image', 1],
    ['tiles', 128],
    ['vessels', 10],
  ]);
});

it('asks which neurons to show where not all find room', () => {
  const asked: [number, number][] = [];
  const layout = layoutCircuit(NETWORKS['images, 784-800-400-10'], {
    width: 820,
    height: 470,
    direction: 'across',
    choose: (layer, most) => {
      asked.push([layer, most]);
      return Array.from({ length: most }, (_, n) => 2 * n);
    },
  });
  expect(asked.map(([layer]) => layer)).toEqual([1, 2]);
  const [, hidden] = layout.columns;
  expect(hidden!.tiles.length).toBeLessThan(hidden!.all);
  expect(hidden!.tiles[3]!.neuron).toBe(6);
  expect(tileOf(layout, { layer: 1, neuron: 6 })).toBe(hidden!.tiles[3]);
  expect(tileOf(layout, { layer: 1, neuron: 7 })).toBeNull();
});
