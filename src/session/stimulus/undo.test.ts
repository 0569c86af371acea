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
