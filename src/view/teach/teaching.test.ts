import { expect, test } from 'vitest';
import { addClass, imageOf } from '../../data/taught/taught';
import { drawn } from '../../data/taught/hand.test-data';
import { testSession } from '../../session/session.test-data';
import { createView } from '../create-view';
import { takeDrawing, teachingOf } from './teaching';

const port = () => ({
  get: () => Promise.resolve(undefined),
  set: () => Promise.resolve(),
  onOther: () => () => undefined,
});

test('what stands on the pad becomes an example, drawn or a picture, and the pad is blank for the next', async () => {
  const session = testSession();
  const view = createView(session);
  const teach = teachingOf(view, port);
  expect(teachingOf(view, port)).toBe(teach);
  await Promise.all([session.ready, teach.taught.ready]);
  teach.taught.edit(addClass);
  const examples = () => teach.taught.store.getState().taught.classes[0]!.examples;
  const { id } = teach.taught.store.getState().taught.classes[0]!;
  session.stimulus.clear();
  expect(takeDrawing(view, teach, id)).toBe(false);
  expect(examples()).toEqual([]);

  for (const stroke of drawn(0, 4, 1, 1)[0]!) session.stimulus.beginStroke(stroke);
  const { strokes } = session.stimulus.store.getState();
  expect(takeDrawing(view, teach, id)).toBe(true);
  expect(examples()).toEqual([{ id: 2, strokes, image: imageOf(strokes) }]);
  expect(session.stimulus.store.getState().strokes).toEqual([]);

  // A picture has no strokes: it is taken as the network sees it, made as large as what is taught.
  const image = new Uint8Array(64).fill(200);
  const picture = { name: 'a.png', ink: null!, normalised: true };
  session.stimulus.store.setState({ kind: 'drawing', picture, strokes: [], image });
  expect(takeDrawing(view, teach, id)).toBe(true);
  const { strokes: none, image: taken } = examples()[1]!;
  expect([none, taken.length, Math.max(...taken)]).toEqual([null, 784, 200]);

  // A sample is no drawing.
  session.stimulus.show('test', 0);
  expect(takeDrawing(view, teach, id)).toBe(false);
  teach.dispose();
  await session.dispose();
});
