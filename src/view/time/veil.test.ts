import { expect, test } from 'vitest';
import { testSession, until as untilSo } from '../../session/session.test-data';
import { createView } from '../create-view';
import { until } from './veil';

const times = Float32Array.of(0.25, 1, Infinity, 0.5);

test('times after the moment are none, those before stay', () => {
  expect([...until(times, 0.5)]).toEqual([0.25, Infinity, Infinity, 0.5]);
  expect(until(times, Infinity)).toBe(times);
});

async function view() {
  const session = testSession();
  await session.ready;
  await untilSo(() => session.spikes.store.getState().answer?.class != null);
  return createView(session);
}

test('playing keeps the decision back until its output fires; scrubbing and rest keep nothing back', async () => {
  const { session, derived } = await view();
  const { playback } = session;
  const decision = derived.scene().answer!.decisionTime!;
  expect(derived.veil()).toBe(Infinity);
  expect(derived.isDecided()).toBe(true);
  playback.play(derived.end());
  expect([derived.veil(), derived.isDecided()]).toEqual([0, false]);
  playback.setSpeed(1);
  playback.tick(decision / 2, derived.end());
  playback.pause();
  expect([derived.veil(), derived.isDecided()]).toEqual([decision / 2, false]);
  playback.play(derived.end());
  playback.tick(decision, derived.end());
  expect(derived.isDecided()).toBe(true);
  playback.seek(decision / 2);
  expect([derived.veil(), derived.isDecided()]).toEqual([Infinity, true]);
  playback.seek(0);
  expect([derived.veil(), derived.isDecided()]).toEqual([0, false]);
});

test('another image ends the performance: its answer is told', async () => {
  const { session, derived } = await view();
  session.playback.play(derived.end());
  session.playback.pause();
  await session.stimulus.step(1);
  expect(derived.veil()).toBe(Infinity);
});
