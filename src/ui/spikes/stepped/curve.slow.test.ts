import { expect, test } from 'vitest';
import { mnist, shippedNetwork } from '../../../learn/lessons/testing.node';
import { TIME_STEPS } from '../../../model/stepped';
import { steppedCurve, type SteppedCurve } from './curve';

test('of the model that the page opens with: long steps cost answers by ties, short ones none', async () => {
  let last: SteppedCurve | undefined;
  const told: number[] = [];
  const report = (curve: SteppedCurve) => {
    told.push(curve.progress);
    last = curve;
  };
  const network = shippedNetwork('784-128-10');
  await steppedCurve(network, await mnist('test'), report, new AbortController().signal);
  expect(last!.images).toBe(1000);
  expect(last!.exact).toBe(0.991);
  expect(last!.points.map((p) => p.dt)).toEqual([...TIME_STEPS]);
  expect(last!.points.map((p) => Math.round(p.accuracy * 1000))).toEqual([
    965, 987, 990, 993, 992, 991, 991,
  ]);
  expect(last!.points.map((p) => p.ties)).toEqual([66, 24, 10, 3, 1, 0, 0]);
  expect(last!.points.at(-1)!.other).toBeLessThanOrEqual(1);
  expect(told.toSorted((a, b) => a - b)).toEqual(told);
  expect(told.at(-1)).toBe(1);
}, 30_000);
