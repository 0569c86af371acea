import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StepReport } from '../../engine/engine';
import { condense, extend, type CurvePoint } from './series';

function reports(from: number, count: number, steps = 1): StepReport[] {
  return Array.from({ length: count }, (_, i) => {
    const step = from + (i + 1) * steps;
    return {
      step,
      steps,
      loss: 1 / step,
      accuracy: 1 - 1 / step,
      spikes: [100, step, 10],
      decisionTime: 1 + 1 / step,
      learningRate: 1e-3,
      imagesPerSecond: 1000,
    };
  });
}

const total = (curve: CurvePoint[], value: (p: CurvePoint) => number) =>
  curve.reduce((sum, p) => sum + value(p) * p.steps, 0);

describe('extend', () => {
  it('keeps every report while there is room', () => {
    const curve = extend([], reports(0, 5));
    expect(curve.map((p) => p.step)).toEqual([1, 2, 3, 4, 5]);
    expect(curve[4]).toEqual({
      step: 5,
      steps: 1,
      loss: 0.2,
      accuracy: 0.8,
      spikes: [100, 5, 10],
      decisionTime: 1.2,
    });
  });

  it('leaves the curve it is given as it is', () => {
    const before = extend([], reports(0, 7), 8);
    const copy = structuredClone(before);
    extend(before, reports(7, 20), 8);
    expect(before).toEqual(copy);
  });

  it('never holds more than `most` points, covers every step once, and keeps the means', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 30 }),
        fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 12 }),
        (most, batches) => {
          let curve: CurvePoint[] = [];
          let step = 0;
          let loss = 0;
          for (const size of batches) {
            const next = reports(step, size);
            step += size;
            loss += next.reduce((sum, r) => sum + r.loss, 0);
            curve = extend(curve, next, most);
            expect(curve.length).toBeLessThanOrEqual(most);
          }
          expect(total(curve, () => 1)).toBe(step);
          let covered = 0;
          for (const point of curve) {
            covered += point.steps;
            expect(point.step).toBe(covered);
          }
          expect(total(curve, (p) => p.loss)).toBeCloseTo(loss, 9);
        },
      ),
      { seed: 13 },
    );
  });

  it('keeps points of about one width: none but the last is narrower than the first', () => {
    let curve: CurvePoint[] = [];
    for (let i = 0; i < 100; i++) curve = extend(curve, reports(i * 10, 10), 16);
    const widths = curve.map((p) => p.steps);
    expect(Math.max(...widths)).toBeLessThanOrEqual(2 * widths[0]!);
    expect(Math.min(...widths.slice(0, -1))).toBeGreaterThanOrEqual(widths[0]! / 2);
    expect(curve.length).toBeGreaterThan(4);
  });

  it('keeps the shape of a long run: early steps stay apart from late ones', () => {
    let curve: CurvePoint[] = [];
    for (let i = 0; i < 500; i++) curve = extend(curve, reports(i * 20, 20), 32);
    for (const point of curve) {
      const middle = point.step - point.steps / 2;
      expect(point.spikes[1]).toBeCloseTo(middle + 0.5, 6);
    }
  });

  it('takes the mean decision time of those that have one', () => {
    const [a, b, c, d] = reports(0, 4);
    const curve = extend(
      [],
      [
        { ...a!, decisionTime: NaN },
        b!,
        { ...c!, decisionTime: NaN },
        { ...d!, decisionTime: NaN },
      ],
      3,
    );
    expect(curve).toHaveLength(2);
    expect(curve[0]!.decisionTime).toBe(b!.decisionTime);
    expect(curve[1]!.decisionTime).toBeNaN();
  });

  it('weighs a report of many steps by its steps', () => {
    const [a] = reports(0, 1, 3);
    const [b] = reports(3, 1, 1);
    const curve = extend(
      [],
      [
        { ...a!, loss: 1 },
        { ...b!, loss: 5 },
      ],
      1,
    );
    expect(curve).toHaveLength(1);
    expect(curve[0]).toMatchObject({ step: 4, steps: 4, loss: 2 });
  });
});

it('condenses a curve to means of neighbours, weighed by their steps', () => {
  const points = [1, 3, 2, 2, 5].map((steps, i) => ({
    step: [1, 4, 6, 8, 13][i]!,
    steps,
    loss: i,
    accuracy: i / 10,
    spikes: [10 * i, 1],
    decisionTime: i === 0 ? NaN : i,
  }));
  expect(condense(points, 5)).toEqual(points);
  expect(condense(points, 3)).toEqual([
    {
      step: 4,
      steps: 4,
      loss: 0.75,
      accuracy: expect.closeTo(0.075),
      spikes: [7.5, 1],
      decisionTime: 1,
    },
    {
      step: 8,
      steps: 4,
      loss: 2.5,
      accuracy: expect.closeTo(0.25),
      spikes: [25, 1],
      decisionTime: 2.5,
    },
    {
      step: 13,
      steps: 5,
      loss: 4,
      accuracy: expect.closeTo(0.4),
      spikes: [40, 1],
      decisionTime: 4,
    },
  ]);
  expect(condense(points, 2)).toHaveLength(2);
});
