import { expect, it } from 'vitest';
import { imageAt } from '../../data/image-set';
import { PLANE_SIDE, planeImages, planePlace } from '../../data/points/plane-grid';
import { DEFAULT_POINTS } from '../../data/points/points-spec';
import type { Edit } from '../../model/explain-what-if';
import { layerSizes } from '../../model/network';
import { createRandom, type Random } from '../../model/random';
import { until } from '../../session/session.test-data';
import type { View } from '../view';
import { testView } from '../view.test-data';
import { ask, revert } from './what-if';

const PLACES = PLANE_SIDE ** 2;

type Kind = Exclude<Edit['kind'], 'time'>;
const KINDS: Kind[] = ['silence', 'weight', 'threshold'];

async function open() {
  const { session, view } = testView();
  await session.ready;
  await session.data.loadPoints({ ...DEFAULT_POINTS, count: 64, testCount: 20 });
  await until(
    () => view.derived.run() !== null && session.stimulus.store.getState().sample !== null,
  );
  const stop = session.maps.watch();
  await until(() => session.maps.store.getState().maps !== null);
  return { session, view, stop };
}

function someEdit(kind: Kind, layer: number, { derived }: View, random: Random): Edit {
  const { spec } = derived.base();
  const sizes = layerSizes(spec);
  switch (kind) {
    case 'silence':
      return { kind, layer, neuron: random.below(sizes[layer]!) };
    case 'weight': {
      const to = Math.max(1, layer);
      const [postsynaptic, presynaptic] = [random.below(sizes[to]!), random.below(sizes[to - 1]!)];
      return { kind, layer: to, postsynaptic, presynaptic, value: 3 * random.normal() };
    }
    case 'threshold':
      return { kind, value: 0.5 + random.uniform() };
  }
}

/** Sets the point to a place of the maps; a drawn one keeps to a grid of its own, which has not all of them. */
async function goToSome({ stimulus, spikes }: View['session'], random: Random): Promise<number> {
  for (;;) {
    const place = random.below(PLACES);
    const { x, y } = planePlace(place);
    const { version } = spikes.store.getState();
    stimulus.beginStroke({ points: [{ x, y: 1 - y }], width: 0.1 });
    await until(() => spikes.store.getState().version > version);
    const wanted = imageAt(planeImages(), place);
    if (stimulus.store.getState().image.every((byte, i) => byte === wanted[i])) return place;
  }
}

it('under every kind of what-if, a place of the maps is what the answer shows of the point there', async () => {
  const { session, view, stop } = await open();
  const random = createRandom(20, 11);
  const classes = new Set<number | null>();
  const cases = [0, 1, 2].flatMap((layer) => KINDS.map((kind) => ({ kind, layer })));
  for (const { kind, layer } of [...cases, ...cases]) {
    const place = await goToSome(session, random);
    ask(view, someEdit(kind, layer, view, random));
    // A second one besides, now and then.
    if (layer === 1) ask(view, someEdit('weight', 2, view, random));
    const { run, answer } = view.derived.whatIf()!;
    const there = () =>
      session.maps.store
        .getState()
        .maps!.layers.map((times) => times.filter((_, k) => k % PLACES === place));
    // The threshold is divided out in 32 bits.
    const same = (t: number, wanted: number) => t === wanted || Math.abs(t - wanted) < 1e-4;
    await until(() =>
      there().every((times, l) => times.every((t, j) => same(t, run.layers[l]!.times[j]!))),
    );
    const output = there().at(-1)!;
    const first = Math.min(...output);
    expect(first === Infinity ? null : output.indexOf(first)).toBe(answer.class);
    classes.add(answer.class);
    revert(view);
  }
  expect(classes.size).toBeGreaterThan(1);
  stop();
  await session.dispose();
}, 30_000);

it('they are of the network as it is again once all is taken back, or one spike alone is moved', async () => {
  const { session, view, stop } = await open();
  const now = () => session.maps.store.getState().maps!.layers;
  const own = now();
  ask(view, { kind: 'threshold', value: 2 });
  await until(() => now() !== own);
  expect(now()[1]).not.toEqual(own[1]);
  const later = now();
  revert(view);
  await until(() => now() !== later);
  expect(now()).toEqual(own);
  ask(view, { kind: 'time', layer: 0, neuron: 0, time: 0.9 });
  await session.training.evaluate();
  expect(now()).toEqual(own);
  stop();
  await session.dispose();
});

it('what-ifs that are there before the weights are in them too', async () => {
  const { session, view, stop } = await open();
  const own = session.maps.store.getState().maps!.layers;
  const { weights } = session.network.store.getState();
  session.network.store.setState({ weights: null });
  ask(view, { kind: 'silence', layer: 1, neuron: 2 });
  session.network.store.setState({ weights });
  const silenced = () =>
    session.maps.store.getState().maps!.layers[1]!.subarray(2 * PLACES, 3 * PLACES);
  await until(() => silenced().every((t) => t === Infinity));
  expect(own[1]!.subarray(2 * PLACES, 3 * PLACES).some((t) => t < Infinity)).toBe(true);
  stop();
  await session.dispose();
});
