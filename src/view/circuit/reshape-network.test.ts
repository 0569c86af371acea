import { expect, it } from 'vitest';
import { until } from '../../session/session.test-data';
import { testView } from '../view.test-data';
import { reshape } from './reshape-network';

it('takes a neuron away, which undo brings back with its weights', async () => {
  const { session, view } = testView();
  await session.ready;
  await until(() => session.network.store.getState().evaluation !== null);
  const before = session.network.store.getState();
  session.playback.select({ layer: 1, neuron: 11 });
  await reshape(view, { kind: 'remove neuron', layer: 1, neuron: 4 });
  const { spec, weights } = session.network.store.getState();
  expect(spec.layers).toEqual([11, 3]);
  expect(weights![1]!.subarray(0, 4)).toEqual(before.weights![1]!.subarray(0, 4));
  expect(weights![1]![4]).toBe(before.weights![1]![5]);
  expect(session.playback.store.getState().selected).toBeNull();
  await until(() => view.derived.run()?.layers[1]!.times.length === 11);

  await reshape(view, { kind: 'add layer', layer: 1 });
  expect(session.network.store.getState().spec.layers).toEqual([11, 11, 3]);
  await session.network.undo();
  await session.network.undo();
  expect(session.network.store.getState().spec).toEqual(before.spec);
  expect(session.network.store.getState().weights).toEqual(before.weights);
  await session.dispose();
});
