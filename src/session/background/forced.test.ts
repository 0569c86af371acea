import { describe, expect, it } from 'vitest';
import { curveAt, forcedTimes } from './forced';
import { testSession, until } from '../session.test-data';

describe('forcedTimes', () => {
  it('is dense up to the last answer and ends at the deadline', () => {
    const times = forcedTimes([0.5, Infinity, 1.6], 6);
    expect(times).toHaveLength(162);
    expect([times[0], times[160], times[161]]).toEqual([0, Math.fround(1.6), 6]);
    expect(forcedTimes([Infinity], 6).at(-1)).toBe(6);
    expect(forcedTimes([6], 6)).toHaveLength(161);
  });
});

describe('curveAt', () => {
  it('is linear between its times and still after them', () => {
    const curve = { times: Float32Array.of(0, 1, 3), accuracy: [0, 0.5, 1], answered: [0, 0, 1] };
    expect(curveAt(curve, 0.5)).toEqual({ accuracy: 0.25, answered: 0 });
    expect(curveAt(curve, 2)).toEqual({ accuracy: 0.75, answered: 0.5 });
    expect(curveAt(curve, 9)).toEqual({ accuracy: 1, answered: 1 });
    expect(curveAt(curve, 0)).toEqual({ accuracy: 0, answered: 0 });
  });
});

it('ends at the accuracy of the evaluation it belongs to, and follows the weights', async () => {
  const session = testSession();
  await session.ready;
  await until(() => session.network.store.getState().evaluation !== null);
  await session.forced.want();
  const { evaluation } = session.network.store.getState();
  const before = session.forced.store.getState();
  expect(before.of).toBe(evaluation);
  expect(before.curve!.accuracy.at(-1)).toBeCloseTo(evaluation!.accuracy, 9);
  expect(before.curve!.answered[0]).toBe(0);
  // Nothing to do: the same object stays.
  await session.forced.want();
  expect(session.forced.store.getState().curve).toBe(before.curve);
  await session.training.configure({ learningRate: 0.02 });
  for (let n = 0; n < 3; n++) await session.training.step();
  await session.training.evaluate();
  await session.forced.want();
  const after = session.forced.store.getState();
  expect(after.curve).not.toBe(before.curve);
  expect(after.curve!.accuracy.at(-1)).toBeCloseTo(
    session.network.store.getState().evaluation!.accuracy,
    9,
  );
  await session.dispose();
});
