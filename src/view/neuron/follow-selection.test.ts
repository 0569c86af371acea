import { expect, it } from 'vitest';
import { until } from '../../session/session.test-data';
import { testView } from '../view.test-data';

it('gives up a neuron that a smaller network no longer has, and says so, whichever panels are there', async () => {
  const { session } = testView();
  await session.ready;
  await until(() => session.spikes.store.getState().run !== null);
  session.playback.select({ layer: 1, neuron: 11 });
  const { spec } = session.network.store.getState();
  await session.network.change({ ...spec, layers: [6, 3] });
  expect(session.playback.store.getState().selected).toBeNull();
  expect(session.messages.store.getState().messages.map((m) => m.text)).toContain(
    'Neuron 11 of layer 1 is not part of 64-6-3, so nothing is selected now.',
  );
  session.playback.select({ layer: 1, neuron: 5 });
  await session.network.change({ ...spec, layers: [7, 3] });
  expect(session.playback.store.getState().selected).toEqual({ layer: 1, neuron: 5 });
  await session.dispose();
});
