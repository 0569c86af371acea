/** What the page does with images it does with points: a sweep, imprecise hardware, runs, a replay, and a run that goes on. */
import { expect, test } from 'vitest';
import { DEFAULT_POINTS } from '../../data/points/points-spec';
import { createReferenceEngine } from '../../engine/reference/reference';
import { networkName } from '../../model/network';
import { SESSION_LINK } from '../link/session-link';
import { bytes, memory, notes, press, train, visit } from '../runs/autosave.test-data';
import { until } from '../session.test-data';

const POINTS = { ...DEFAULT_POINTS, count: 128, testCount: 40, noise: 0.02 };
const here = { visit: { tab: 'mine', again: false } };

async function begun(storage: ReturnType<typeof memory>) {
  const session = await visit(storage, {
    ...here,
    startHelper: async () => createReferenceEngine(),
  });
  await session.data.loadPoints(POINTS);
  await until(() => session.network.store.getState().spec.input.width === 5);
  await until(() => session.stimulus.store.getState().kind === 'sample');
  return session;
}

const data = (session: Awaited<ReturnType<typeof begun>>) => session.data.store.getState();

test('a run on points is there again when the page is loaded again, and when another visit goes on with it', async () => {
  const storage = memory();
  const first = await begun(storage);
  await train(first, 3);
  await first.training.evaluate();
  await first.autosave.flush();
  const { state } = SESSION_LINK.decode(SESSION_LINK.encode(first.link.capture()));

  const again = await visit(storage, { link: state, visit: { tab: 'mine', again: true } });
  expect(data(again).id).toBe(data(first).id);
  expect(again.training.store.getState().step).toBe(3);
  expect(await bytes(again)).toEqual(await bytes(first));

  const other = await visit(storage, { visit: { tab: 'other', again: false } });
  expect(data(other).id).toBe('MNIST');
  press(other, 'Go on');
  await until(() => other.training.store.getState().step === 3);
  await until(() => data(other).id === data(first).id);
  await other.training.evaluate();
  const accuracy = (of: typeof first) => of.training.store.getState().testAccuracy;
  expect(accuracy(other)).toBe(accuracy(first));
  await train(other, 2);
  await train(first, 2);
  expect(await bytes(other)).toEqual(await bytes(first));
  expect(notes(other).join()).not.toContain('choose its files');
});

test('networks of points are swept, tried on imprecise hardware and replayed, and their runs say which points', async () => {
  const session = await begun(memory());
  const { sweep, robustness, runs, training } = session;
  await training.configure({ epochs: 12, batch: 16 });
  await training.run();
  await until(() => runs.store.getState().runs.length === 1);
  expect(runs.store.getState().runs[0]).toMatchObject({ name: '5-12-3', data: data(session).id });

  await sweep.start({ kernels: [1], sizes: [4, 6], epochs: 1, seeds: [1] });
  await until(() => runs.store.getState().runs.length === 3);
  const swept = runs.store.getState().runs.filter(({ from }) => from === 'sweep');
  expect(swept.map(({ spec }) => networkName(spec)).toSorted()).toEqual(['5-4-3', '5-6-3']);
  expect(swept.every(({ spec, accuracy }) => spec.input.cut === 0 && accuracy !== null)).toBe(true);

  robustness.set({ bits: 3 });
  await robustness.start();
  const { problem } = robustness.store.getState();
  expect(problem).toBe(null);
});
