import { describe, expect, it } from 'vitest';
import type { RobustnessPoint } from '../../engine/robustness';
import { FULL_BITS, PRECISE } from '../../model/imprecise';
import type { RobustnessCurve } from '../../session/background/robustness';
import { curveCsv, isOfCurve, levelsOf, otherwise, placeOf, presentPoint, seriesOf } from './curve';
import { fromSlider, LEVELS, toSlider } from './levels';

const point = (level: number, accuracies: number[]): RobustnessPoint => ({
  level,
  seeds: accuracies.map((_, n) => 7 + n),
  accuracies,
  accuracy: accuracies.reduce((a, b) => a + b) / accuracies.length,
  lowest: Math.min(...accuracies),
  highest: Math.max(...accuracies),
  noOutputSpike: 0.5,
  images: 20,
});

const curve: RobustnessCurve = {
  imperfection: 'bits',
  base: { ...PRECISE, dead: 0.1, seed: 7 },
  points: [point(FULL_BITS, [0.9, 0.8]), point(4, [0.7, 0.5])],
  network: '64-12-3',
  step: 0,
  version: 1,
  data: 'MNIST',
};

describe('a curve of robustness on the page', () => {
  it('marks the hardware as it is set, where the curve is of it', () => {
    expect(presentPoint(curve, { ...curve.base, bits: 4 })).toBe(curve.points[1]);
    expect(presentPoint(curve, { ...curve.base, bits: 3 })).toBeUndefined();
    expect(presentPoint(curve, { ...curve.base, bits: 4, dead: 0.2 })).toBeUndefined();
    expect(presentPoint(curve, { ...curve.base, bits: 4, seed: 8 })).toBeUndefined();
    const [mean, lowest, highest, present] = seriesOf(curve, { ...curve.base, bits: 4 });
    expect(mean!.points[1]!.y).toBeCloseTo(0.6, 12);
    expect([lowest!.points[1]!.y, highest!.points[1]!.y]).toEqual([0.5, 0.7]);
    expect(present!.points).toEqual([{ x: 1, y: mean!.points[1]!.y }]);
    expect(seriesOf(curve, PRECISE)[3]!.points).toEqual([]);
  });

  it('knows the levels to come, and what else is imprecise', () => {
    expect(levelsOf(curve)[0]).toBe(FULL_BITS);
    expect(isOfCurve(curve, { ...curve.base, bits: 3 })).toBe(true);
    expect(isOfCurve(curve, { ...curve.base, bits: 3, dead: 0 })).toBe(false);
    expect(otherwise(curve)).toBe(', dead neurons 10 %');
    expect(otherwise({ ...curve, base: PRECISE })).toBe('');
  });

  it('puts bits at equal distances, other levels where they are', () => {
    expect(curve.points.map((p) => placeOf(curve, p.level))).toEqual([0, 1]);
    expect(placeOf({ ...curve, imperfection: 'jitter' }, 0.2)).toBe(0.2);
  });

  it('is a table with a line a seed', () => {
    const lines = curveCsv(curve).trimEnd().split('\r\n');
    expect(lines).toHaveLength(5);
    expect(lines[0]).toMatch(/^jitter,bits,dead,dropped,noise_seed,images,accuracy,/);
    expect(lines[4]).toBe('0,4,0.1,0,8,20,0.5,0.6,0.5,0.7,0.5');
  });

  it('shows levels in the units people type', () => {
    expect(LEVELS.dead.shown(0.07)).toBe(7);
    expect(LEVELS.dead.level(7)).toBeCloseTo(0.07, 12);
    expect([LEVELS.dead.format(0.125), LEVELS.bits.format(FULL_BITS)]).toEqual(['12.5 %', 'all']);
    expect([toSlider('bits', FULL_BITS), fromSlider('bits', 9), fromSlider('bits', 8)]).toEqual([
      9,
      FULL_BITS,
      8,
    ]);
  });
});
