import { expect, test } from 'vitest';
import { slice } from '../../../data/image-set';
import { mnist, shippedNetwork } from '../../../learn/lessons/testing.node';
import { TIME_STEPS } from '../../../model/stepped';
import { steppedCurve, type SteppedCurve } from './curve';

const few = async (count: number) => {
  const set = await mnist('test');
  return { ...slice(set, 0, count), labels: set.labels.slice(0, count), classes: 10 };
};

test('short steps give the exact answers, long ones fewer; what is told grows up to the whole', async () => {
  const told: SteppedCurve[] = [];
  const network = shippedNetwork('784-128-10');
  const never = new AbortController().signal;
  await steppedCurve(network, await few(120), (curve) => told.push(curve), never);
  const { images, exact, points } = told.at(-1)!;
  expect([images, exact]).toEqual([120, 1]);
  expect(points.map((p) => p.dt)).toEqual([...TIME_STEPS]);
  expect(points[0]!.accuracy).toBeLessThan(1);
  expect(points[0]!.ties).toBe(3);
  expect(points.at(-1)).toEqual({ dt: 0.001, accuracy: 1, ties: 0, other: 0 });
  const progress = told.map((curve) => curve.progress);
  expect(progress.toSorted((a, b) => a - b)).toEqual(progress);
  expect(progress.at(-1)).toBe(1);
});

test('ends when it is told to, and says no more', async () => {
  const set = await few(30);
  const control = new AbortController();
  let reports = 0;
  let time = 0;
  const report = () => {
    reports++;
    control.abort();
  };
  // Every look at the clock is a slice's end.
  await steppedCurve(shippedNetwork('784-128-10'), set, report, control.signal, () => (time += 50));
  expect(reports).toBe(1);
});
