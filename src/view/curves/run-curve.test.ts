import { expect, it } from 'vitest';
import type { CurvePoint } from '../../session/training/series';
import { condense, thin } from './run-curve';
import { curve } from './run.test-data';

it('thins with both ends kept, and condenses to means', () => {
  const list = Array.from({ length: 101 }, (_, i) => i);
  expect(thin(list, 5)).toEqual([0, 25, 50, 75, 100]);
  const all = curve(1500);
  const few = condense(all);
  const mean = (points: CurvePoint[]) =>
    points.reduce((sum, p) => sum + p.loss * p.steps, 0) / points.at(-1)!.step;
  expect(few.length).toBeLessThanOrEqual(280);
  expect(mean(few)).toBeCloseTo(mean(all), 12);
});
