import { describe, expect, it } from 'vitest';
import { curveBetween, distanceTo, pointOn, rimLine } from './geometry';
import { LAG, pulsesAt } from './pulses';

const S = Infinity;
const synapse = (layer: number, pre: number, post: number, weight = 1) => ({
  layer,
  pre,
  post,
  weight,
  strength: Math.abs(weight),
});
const times = [
  [0.1, 0.4, S],
  [0.3, 0.9],
];

describe('pulses', () => {
  const synapses = [synapse(1, 0, 0), synapse(1, 1, 0), synapse(1, 1, 1), synapse(1, 2, 1)];

  it('leave as their neuron fires and arrive a lag later', () => {
    expect(pulsesAt(synapses, times, 0.0999).list).toEqual([]);
    expect(pulsesAt(synapses, times, 0.1).list).toEqual([{ synapse: 0, share: 0 }]);
    expect(pulsesAt(synapses, times, 0.1 + LAG / 4).list[0]!.share).toBeCloseTo(0.25, 9);
    expect(pulsesAt(synapses, times, 0.1 + LAG + 1e-9).list).toEqual([]);
  });

  it('carry nothing into a neuron that has fired, and leave no neuron once the race has ended', () => {
    // Neuron 1 of the inputs fires at 0.4: after neuron 0 of the layer, before its neuron 1.
    expect(pulsesAt(synapses, times, 0.42).list.map((p) => p.synapse)).toEqual([2]);
    expect(pulsesAt(synapses, times, 0.42, 0.39).list).toEqual([]);
    expect(pulsesAt(synapses, times, 0.42, 0.4).list).toHaveLength(1);
  });

  it('are thinned to the strongest, and it is told how many there are', () => {
    const many = Array.from({ length: 50 }, (_, n) => synapse(1, 0, 0, (n * 7) % 50));
    const { list, all } = pulsesAt(many, times, 0.12, S, 10);
    expect(all).toBe(50);
    expect(list.map((p) => many[p.synapse]!.weight).toSorted((a, b) => a - b)).toEqual([
      40, 41, 42, 43, 44, 45, 46, 47, 48, 49,
    ]);
  });
});

describe('a curve', () => {
  const curve = curveBetween({ x: 10, y: 20 }, { x: 110, y: 220 }, 'across');

  it('begins and ends where its neurons are, and is symmetric in between', () => {
    expect(pointOn(curve, 0)).toEqual({ x: 10, y: 20 });
    expect(pointOn(curve, 1)).toEqual({ x: 110, y: 220 });
    expect(pointOn(curve, 0.5)).toEqual({ x: 60, y: 120 });
    expect(pointOn(curve, 0.25).x + pointOn(curve, 0.75).x).toBeCloseTo(120, 9);
  });

  it('tells how far away a point is', () => {
    expect(distanceTo(curve, { x: 60, y: 120 })).toBeLessThan(0.5);
    expect(distanceTo(curve, { x: 10, y: 0 })).toBeCloseTo(20, 6);
    expect(distanceTo(curve, { x: 110, y: 20 })).toBeGreaterThan(40);
  });
});

it('a rim is as long as its share, goes around clockwise, and the other way below 0', () => {
  const box = { x: 0, y: 0, width: 40, height: 20 };
  const length = (share: number) =>
    rimLine(box, share).reduce(
      (sum, at, n, all) =>
        n === 0 ? 0 : sum + Math.hypot(at.x - all[n - 1]!.x, at.y - all[n - 1]!.y),
      0,
    );
  for (const share of [0, 0.1, 0.37, 0.5, 0.99, 1, -0.25, -1]) {
    expect(length(share)).toBeCloseTo(Math.abs(share) * 120, 9);
  }
  expect(rimLine(box, 0.25).at(-1)).toEqual({ x: 0, y: 10 });
  expect(rimLine(box, -0.25).at(-1)).toEqual({ x: 40, y: 10 });
  expect(rimLine(box, 3).at(-1)).toEqual({ x: 20, y: 20 });
});
