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

it('goes all the way back and forth, whatever lies between', async () => {
  const { session, view } = testView();
  await session.ready;
  const { stimulus } = session;
  const draw = (x: number) => {
    stimulus.beginStroke({ points: [{ x, y: 0.5 }], width: 0.1 });
    stimulus.extendStroke({
      points: [
        { x, y: 0.5 },
        { x, y: 0.7 },
      ],
      width: 0.1,
    });
  };
  const state = () =>
    `${stimulus.store.getState().strokes.length} ${view.store.getState().edits.length}`;
  const steps = [
    () => draw(0.2),
    () => ask(view, { kind: 'threshold', value: 1.1 }),
    () => draw(0.8),
    () => ask(view, { kind: 'threshold', value: 1.2 }),
    () => ask(view, { kind: 'threshold', value: 1.3 }),
    () => draw(0.5),
  ];
  const done = ['1 0', '1 1', '2 1', '2 2', '2 3', '3 3'];
  const after = (step: () => void) => (step(), state());
  expect(steps.map(after)).toEqual(done);
  const undone = steps.map(() => after(() => undoLatest(view)));
  expect(undone).toEqual([...done.slice(0, -1).toReversed(), '0 0']);
  expect(steps.map(() => after(() => redoLatest(view)))).toEqual(done);
  await session.dispose();
});
