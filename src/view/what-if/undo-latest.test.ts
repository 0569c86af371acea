import { expect, it } from 'vitest';
import { testView } from '../view.test-data';
import { redoLatest, undoLatest } from './undo-latest';
import { ask } from './what-if';

it('takes back strokes and what-ifs in the order in which they were made', async () => {
  const { session, view } = testView();
  await session.ready;
  const { stimulus } = session;
  const draw = (x: number) => {
    stimulus.beginStroke({ points: [{ x, y: 0.5 }], width: 0.1 });
  };
  const state = () => [
    stimulus.store.getState().strokes.length,
    view.store.getState().edits.length,
  ];
  draw(0.2);
  ask(view, { kind: 'threshold', value: 1.1 });
  draw(0.8);
  expect(state()).toEqual([2, 1]);
  undoLatest(view);
  expect(state()).toEqual([1, 1]);
  ask(view, { kind: 'threshold', value: 1.2 });
  undoLatest(view);
  undoLatest(view);
  expect(state()).toEqual([1, 0]);
  undoLatest(view);
  expect(state()).toEqual([0, 0]);
  redoLatest(view);
  expect(state()).toEqual([1, 0]);
  await session.dispose();
});
