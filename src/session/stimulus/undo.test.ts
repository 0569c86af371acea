import { expect, it } from 'vitest';
import { testSession, until } from '../session.test-data';

it('undo and redo leave a sample alone where nothing was drawn that they could bring back', async () => {
  const session = testSession();
  await session.ready;
  const { stimulus } = session;
  await until(() => stimulus.store.getState().kind === 'sample');
  const sample = stimulus.store.getState();
  stimulus.undo();
  stimulus.redo();
  expect(stimulus.store.getState()).toBe(sample);
  const points = [
    { x: 0.5, y: 0.2 },
    { x: 0.5, y: 0.8 },
  ];
  stimulus.beginStroke({ points, width: 0.1 });
  stimulus.undo();
  stimulus.show('test', 1);
  stimulus.redo();
  stimulus.undo();
  expect(stimulus.store.getState()).toMatchObject({ kind: 'sample', sample: { index: 1 } });
});

const line = (x: number, ...ys: number[]) => ({ points: ys.map((y) => ({ x, y })), width: 0.1 });

it('a stroke that is taken back while it is drawn stays away, and those before it are left as they are', async () => {
  const session = testSession();
  const { stimulus } = session;
  const { store } = stimulus;
  await until(() => store.getState().kind === 'sample');
  stimulus.beginStroke(line(0.2, 0.2));
  stimulus.extendStroke(line(0.2, 0.2, 0.8));
  const [first] = store.getState().strokes;
  stimulus.beginStroke(line(0.5, 0.2));
  stimulus.undo();
  stimulus.extendStroke(line(0.5, 0.2, 0.4));
  expect(store.getState().strokes).toEqual([first]);
  // Nor does it come back over a sample, or after a clear.
  for (const cover of [() => stimulus.show('test', 0), () => stimulus.clear()]) {
    stimulus.beginStroke(line(0.5, 0.2));
    cover();
    const { image, strokes } = store.getState();
    stimulus.extendStroke(line(0.5, 0.2, 0.4));
    expect(store.getState()).toMatchObject({ image, strokes });
  }
  await session.dispose();
});

it('an eraser takes away the strokes that it touches, all of them one step of undo', async () => {
  const session = testSession();
  const { stimulus } = session;
  const { store } = stimulus;
  await until(() => store.getState().kind === 'sample');
  const xs = () => store.getState().strokes.map(({ points }) => Math.round(points[0]!.x * 10));
  for (const x of [0.2, 0.5, 0.8]) {
    stimulus.beginStroke(line(x, 0.2));
    stimulus.extendStroke(line(x, 0.2, 0.8));
  }
  expect(stimulus.erase([{ x: 0.35, y: 0.5 }], false)).toBe(false);
  expect(stimulus.erase([{ x: 0.26, y: 0.5 }], false)).toBe(true);
  expect(xs()).toEqual([5, 8]);
  expect(stimulus.erase([{ x: 0.8, y: 0.86 }], true)).toBe(true);
  expect(xs()).toEqual([5]);
  stimulus.undo();
  expect(xs()).toEqual([2, 5, 8]);
  stimulus.redo();
  expect(xs()).toEqual([5]);
  // What is drawn after it does not bury it.
  stimulus.beginStroke(line(0.9, 0.2));
  stimulus.undo();
  stimulus.undo();
  expect(xs()).toEqual([2, 5, 8]);
  stimulus.show('test', 0);
  expect(stimulus.erase([{ x: 0.5, y: 0.5 }], false)).toBe(false);
  await session.dispose();
});
