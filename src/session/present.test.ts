import { expect, test } from 'vitest';
import { testSession, until } from './session.test-data';
import type { SpikesState } from './spikes';
import { isTraining } from './training-state';

test('while it trains the words lag behind the marks; at rest they never do', async () => {
  // A tenth of a second passes with every change of the spikes.
  let clock = 0;
  const session = testSession({ now: () => clock });
  await session.ready;
  await until(() => session.data.store.getState().train.status === 'ready');
  await until(() => session.network.store.getState().evaluation !== null);
  await session.training.configure({ epochs: 100_000 });
  const { store } = session.spikes;
  const seen: (Pick<SpikesState, 'version' | 'told'> & { busy: boolean })[] = [];
  store.subscribe(({ version, told }, before) => {
    const busy = isTraining(session.training.store.getState().status);
    if (version !== before.version) seen.push({ version, told, busy });
    clock += 100;
  });
  session.stimulus.show('test', 3);
  await until(() => seen.length >= 1);
  const run = session.training.run();
  await until(() => seen.length >= 8, 20_000);
  await session.training.pause();
  await run;

  const busy = seen.filter((s) => s.busy);
  expect(busy.length).toBeGreaterThanOrEqual(6);
  const told = busy.filter((s) => s.told === s.version).length;
  expect(told).toBeGreaterThan(0);
  expect(told).toBeLessThanOrEqual(busy.length / 2);
  for (const { told: t, version } of seen.filter((s) => !s.busy)) expect(t).toBe(version);
  const { version, told: last } = store.getState();
  expect(last).toBe(version);
  await session.dispose();
});
