/** Own points laid on the plane become the data of a real session. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DEFAULT_POINTS } from '../../data/points/points-spec';
import { FIRST_OWN, OWN_EPOCHS, type OwnPoint } from '../../data/points/own-points';
import { networkName } from '../../model/network';
import { SESSION_LINK } from '../../session/link/session-link';
import { testSession, until } from '../../session/session.test-data';
import { createOwnEditor } from './own-editor';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

/** The rest after which points become the data; then whatever that starts. */
async function rest(check: () => boolean): Promise<void> {
  vi.advanceTimersByTime(300);
  vi.useRealTimers();
  await until(check);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
}

async function begun() {
  vi.useRealTimers();
  const session = testSession();
  await session.ready;
  await until(() => session.data.store.getState().train.status === 'ready');
  await session.data.loadPoints(FIRST_OWN);
  await until(() => session.training.store.getState().settings.epochs === OWN_EPOCHS);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  return { session, own: createOwnEditor(session) };
}

type Session = Awaited<ReturnType<typeof begun>>['session'];
const trainCount = (session: Session) => session.data.store.getState().train.set?.count;
const name = (session: Session) => networkName(session.network.store.getState().spec);

test('a point pressed and a way brushed are steps of undo, and after a rest the data', async () => {
  const { session, own } = await begun();
  expect(name(session)).toBe('5-12-2');
  const { getState } = own.store;
  expect(getState()).toMatchObject({ pen: 0, points: FIRST_OWN.points, past: [] });
  own.start({ x: 0.5, y: 0.9 });
  own.end();
  own.choose(1);
  own.start({ x: 0.1, y: 0.1 });
  own.move({ x: 0.12, y: 0.1 });
  expect(getState().points).toHaveLength(6);
  own.move({ x: 0.35, y: 0.1 });
  // Out over the edge nothing piles up.
  own.move({ x: 0.35, y: -3 });
  own.move({ x: 0.35, y: -4 });
  const { points } = getState();
  expect(points.filter(({ y }) => y === 0)).toHaveLength(0);
  expect(points.length).toBeGreaterThan(11);
  expect(points.slice(5).every(({ label }) => label === 1)).toBe(true);
  // Not while the brush is down.
  vi.advanceTimersByTime(5000);
  expect(trainCount(session)).toBe(4);
  own.end();
  await rest(() => trainCount(session) === points.length);
  expect(session.data.store.getState()).toMatchObject({ name: 'own-points', heldOut: false });
  expect(session.data.store.getState().test.set!.count).toBe(points.length);

  own.undo();
  own.undo();
  expect(getState().points).toBe(FIRST_OWN.points);
  own.redo();
  expect(getState().points).toHaveLength(5);
  own.start({ x: 0.3, y: 0.3 });
  own.withdraw();
  expect(getState().points).toHaveLength(5);
  await rest(() => trainCount(session) === 5);
  vi.useRealTimers();
  await session.dispose();
});

test('points that no network could be trained on leave the data there is, and a third class brings a network for it', async () => {
  const { session, own } = await begun();
  own.clear();
  vi.advanceTimersByTime(300);
  own.start({ x: 0.2, y: 0.2 });
  own.end();
  own.choose(2);
  own.start({ x: 0.8, y: 0.2 });
  own.end();
  vi.advanceTimersByTime(300);
  await Promise.resolve();
  expect(trainCount(session)).toBe(4);
  expect(name(session)).toBe('5-12-2');
  own.choose(1);
  own.start({ x: 0.5, y: 0.8 });
  own.end();
  await rest(() => name(session) === '5-12-3');
  expect(trainCount(session)).toBe(3);
  vi.useRealTimers();
  await session.dispose();
});

test('training learns own points, goes on when one is added while it runs, and a link opens with all of it', async () => {
  const { session, own } = await begun();
  vi.useRealTimers();
  const { training } = session;
  await training.configure({ epochs: 150 });
  await training.run();
  expect(session.network.store.getState().evaluation).toMatchObject({ images: 4, accuracy: 1 });
  await training.configure({ epochs: 10_000 });
  const flight = training.run();
  await until(() => training.store.getState().step > 160);
  own.start({ x: 0.9, y: 0.9 });
  own.end();
  await until(() => trainCount(session) === 5);
  await flight;
  await until(() => training.store.getState().status === 'running');
  await until(() => training.store.getState().step > 5);
  await training.pause();

  const hash = SESSION_LINK.encode(session.link.capture());
  expect(hash).toContain('points=own~');
  const { state: link, problem } = SESSION_LINK.decode(hash);
  expect(problem).toBe(null);
  const other = testSession({ link });
  await other.ready;
  const data = (of: Session) => of.data.store.getState();
  expect(data(other).id).toBe(data(session).id);
  expect(data(other).train.set).toEqual(data(session).train.set);
  const there = createOwnEditor(other);
  // Who opens a link looks first.
  expect(there.store.getState().pen).toBe(null);
  const byClass = (points: readonly OwnPoint[]) => points.toSorted((a, b) => a.label - b.label);
  expect(there.store.getState().points).toEqual(byClass(own.store.getState().points));

  // Other data takes the pen away, and own points are there again after it.
  own.choose(0);
  await session.data.loadPoints({ ...DEFAULT_POINTS, set: 'xor', count: 64, testCount: 8 });
  expect(own.store.getState().pen).toBe(null);
  expect(data(session).own!.points).toEqual(own.store.getState().points);
  await Promise.all([session.dispose(), other.dispose()]);
});
