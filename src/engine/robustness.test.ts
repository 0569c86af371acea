import { describe, expect, it } from 'vitest';
import { FULL_BITS, PRECISE, type Imprecision } from '../model/imprecise';
import type { Evaluation } from './engine';
import { curveLevels, planRobustness, robustness, type RobustnessPoint } from './robustness';

/** Loses a tenth of the accuracy a unit of jitter, and the seed's hundredth. */
const engine = {
  asked: [] as [Imprecision, number | undefined][],
  async evaluateImprecise(_: string, how: Imprecision, options?: { limit?: number }) {
    this.asked.push([how, options?.limit]);
    const accuracy = 1 - how.jitter / 10 - (how.jitter > 0 ? how.seed / 100 : 0);
    return { accuracy, noOutputSpike: how.seed, images: 50 } as Evaluation;
  },
};

describe('a curve of robustness', () => {
  it('has a point a level with mean and range over the seeds', async () => {
    engine.asked.length = 0;
    const shares: number[] = [];
    const plan = {
      imperfection: 'jitter' as const,
      levels: [0, 1],
      base: { ...PRECISE, bits: 4, seed: 5 },
      repeats: 3,
      limit: 50,
    };
    const points: RobustnessPoint[] = [];
    for await (const point of robustness(engine, plan, (s) => shares.push(s))) points.push(point);
    expect(points.map((p) => p.seeds)).toEqual([[5], [5, 6, 7]]);
    expect(points[0]).toMatchObject({ level: 0, accuracies: [1], lowest: 1, highest: 1 });
    expect(points[1]!.accuracy).toBeCloseTo(0.84, 12);
    expect(points[1]!.lowest).toBeCloseTo(0.83, 12);
    expect(points[1]!.highest).toBeCloseTo(0.85, 12);
    expect(points[1]!.noOutputSpike).toBeCloseTo(6 / 50, 12);
    expect(shares).toEqual([0.25, 0.5, 0.75, 1]);
    expect(engine.asked.every(([how, limit]) => how.bits === 4 && limit === 50)).toBe(true);
  });

  it('takes several seeds only where something is random', () => {
    const seeds = (base: Partial<Imprecision>) =>
      planRobustness({
        imperfection: 'bits',
        levels: [8, 2],
        base: { ...PRECISE, ...base },
        repeats: 4,
      }).map(({ hardware }) => hardware.length);
    expect(seeds({})).toEqual([1, 1]);
    expect(seeds({ dead: 0.1 })).toEqual([4, 4]);
  });

  it('holds the present level in its place, once', () => {
    expect(curveLevels('dead', 0.07).slice(0, 4)).toEqual([0, 0.05, 0.07, 0.1]);
    expect(curveLevels('bits', 4)).toEqual([FULL_BITS, 8, 7, 6, 5, 4, 3, 2]);
    expect(curveLevels('bits', 12).slice(0, 3)).toEqual([FULL_BITS, 12, 8]);
  });
});
