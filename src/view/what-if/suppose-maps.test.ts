import { expect, it } from 'vitest';
import { PLANE_SIDE } from '../../data/points/plane-grid';
import { DEFAULT_POINTS } from '../../data/points/points-spec';
import { until } from '../../session/session.test-data';
import { testView } from '../view.test-data';
import { ask, revert } from './what-if';

it('the maps over the plane are those of the what-ifs while there are any', async () => {
  const { session, view } = testView();
  await session.ready;
  await session.data.loadPoints({ ...DEFAULT_POINTS, count: 64, testCount: 20 });
  const stop = session.maps.watch();
  const times = (layer: number, neuron: number) =>
    session.maps.store
      .getState()
      .maps?.layers[layer]!.subarray(neuron * PLANE_SIDE ** 2, (neuron + 1) * PLANE_SIDE ** 2);
  const silent = (all: Float32Array | undefined) => all?.every((t) => t === Infinity) ?? false;
  await until(() => times(1, 3) !== undefined && view.derived.run() !== null);
  const [hidden, output] = [times(1, 3)!.slice(), times(2, 0)!.slice()];
  expect(silent(hidden)).toBe(false);

  ask(view, { kind: 'silence', layer: 1, neuron: 3 });
  await until(() => silent(times(1, 3)));
  expect(times(1, 4)!.some((t) => t < Infinity)).toBe(true);
  expect(times(2, 0)).not.toEqual(output);
  revert(view);
  await until(() => !silent(times(1, 3)));
  expect(times(1, 3)).toEqual(hidden);

  // Twice the threshold: every neuron is later.
  ask(view, { kind: 'threshold', value: 2 });
  await until(() => times(1, 3)![0]! > hidden[0]!);
  stop();
  await session.dispose();
});
