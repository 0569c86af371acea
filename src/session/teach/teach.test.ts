import { afterEach, expect, test } from 'vitest';
import { createCpuEngine } from '../../engine/cpu/engine';
import type { Engine } from '../../engine/engine';
import {
  addClass,
  addDigits,
  addExample,
  imageOf,
  renameClass,
  type Taught,
} from '../../data/taught/taught';
import { TEN } from '../../data/taught/taught-names';
import { drawn } from '../../data/taught/hand.test-data';
import type { ImageSet } from '../../data/image-set';
import { initialise } from '../../model/initialise';
import { DEFAULT_NETWORK } from '../../model/network';
import { readout } from '../../model/readout';
import { MNIST } from '../data/data-id';
import { testSession, until } from '../session.test-data';
import { createTaughtStore } from './taught-store';
import { createTeach } from './teach';

const HIDDEN = 16;
/** No limit of time: how fast the machine is decides nothing. */
const TIMELESS = { now: () => 0, after: () => () => undefined };

/** Digits of one hand, which stand for MNIST here. */
function digits(count: number, seed: number): ImageSet {
  const all = Array.from({ length: 10 }, (_, digit) => drawn(1, digit, count, seed).map(imageOf));
  const images = Uint8Array.from(all.flat().flatMap((image) => [...image]));
  const labels = Uint8Array.from({ length: 10 * count }, (_, n) => Math.floor(n / count));
  return { width: 28, height: 28, count: 10 * count, images, labels, classes: 10 };
}

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

async function begun() {
  let engine!: Engine;
  const spec = { ...DEFAULT_NETWORK, layers: [HIDDEN, 10] };
  const session = testSession({
    async startEngine() {
      engine = await createCpuEngine({ threads: 1 });
      return { engine, reason: 'for a test' };
    },
    loadMnist: (role) =>
      Promise.resolve(digits(role === 'train' ? 6 : 2, role === 'train' ? 1 : 2)),
    loadShipped: () => Promise.resolve({ spec, weights: initialise(spec, 1, 100) }),
  });
  let kept: unknown;
  const port = {
    get: async () => structuredClone(kept),
    set: async (value: unknown) => void (kept = structuredClone(value)),
    onOther: () => () => undefined,
  };
  const taught = createTaughtStore(port, TIMELESS.after);
  const teach = createTeach({ ...session, ...TIMELESS }, taught);
  await session.ready;
  await until(() => session.data.store.getState().train.status === 'ready');
  await taught.ready;
  open.push(async () => {
    teach.dispose();
    await session.dispose();
  });
  return { session, taught, teach, port, engine: () => engine };
}

/** Draws `count` examples of each digit as classes of its own. */
function drawAll(all: Taught, of: readonly number[], count: number): Taught {
  return of.reduce((before, digit) => {
    const next = addClass(before);
    const { id } = next.classes.at(-1)!;
    return drawn(0, digit, count, 1).reduce(
      (t, strokes) => addExample(t, id, { strokes, image: imageOf(strokes) }),
      next,
    );
  }, all);
}

/** The share of other hands' drawings of these digits that is answered rightly. @param first class of the first digit */
async function accuracy(engine: Engine, of: readonly number[], first = 0): Promise<number> {
  let right = 0;
  const hands = [1, 2].flatMap((hand) =>
    of.flatMap((digit, c) => drawn(hand, digit, 20, 3).map((strokes) => ({ strokes, c }))),
  );
  const images = Uint8Array.from(hands.flatMap(({ strokes }) => [...imageOf(strokes)]));
  const runs = await engine.run({ width: 28, height: 28, count: hands.length, images });
  runs.forEach(({ layers, potential }, n) => {
    const answer = readout(layers.at(-1)!.times, potential, false);
    right += Number((answer.class ?? answer.guess) === hands[n]!.c + first);
  });
  return right / hands.length;
}

test('three symbols, five drawings each, are read in other hands; their names follow, and what was before comes back', async () => {
  const { session, taught, teach, engine } = await begun();
  const before = session.network.store.getState();
  taught.edit((all) => drawAll(all, [2, 4, 7], 5));
  await teach.train();
  const { spec, origin } = session.network.store.getState();
  expect([spec.layers, spec.classNames, origin.kind]).toEqual([
    [64, 3],
    ['A', 'B', 'C'],
    'trained',
  ]);
  expect(session.training.store.getState()).toMatchObject({ status: 'finished', step: 399 });
  expect(session.data.store.getState()).toMatchObject({ name: 'Taught', heldOut: false });
  expect(await accuracy(engine(), [2, 4, 7])).toBeGreaterThan(0.9);

  // A drawing that comes later tells how it reads what it has not learned.
  const [a, b] = taught.store.getState().taught.classes;
  teach.ask(a!.id, 0);
  teach.ask(b!.id, 0);
  expect(teach.store.getState().since).toEqual({ right: 1, of: 2 });

  taught.edit((all) => renameClass(all, a!.id, '☺'));
  await until(() => session.network.store.getState().spec.classNames?.[0] === '☺');
  taught.undo();
  await until(() => session.network.store.getState().spec.classNames?.[0] === 'A');
  expect(session.training.store.getState().step).toBe(399);

  await teach.goBack();
  expect(session.network.store.getState().spec).toEqual(before.spec);
  expect(session.network.store.getState().weights).toEqual(before.weights);
  expect(session.data.store.getState().id).toBe('MNIST');
  expect(teach.store.getState().canGoBack).toBe(false);
});

test('beside digits the network on the page keeps what it knows, and learns the others', async () => {
  const { session, taught, teach, engine } = await begun();
  await session.training.configure({ epochs: 60 });
  await session.training.run();
  taught.edit((all) => drawAll(addDigits(all, true), [4, 7], 4));
  // As a person would turn the pad, so that they are no digits.
  taught.edit((all) => ({
    ...all,
    classes: all.classes.map((c) => ({
      ...c,
      examples: c.examples.map((e) => ({ ...e, image: e.image.toReversed() })),
    })),
  }));
  await teach.train();
  const { spec } = session.network.store.getState();
  expect(spec.layers).toEqual([HIDDEN, 12]);
  expect(spec.classNames).toEqual([...TEN, 'A', 'B']);
  const { train } = session.data.store.getState();
  await engine().setData('test', train.set!);
  expect((await engine().evaluate('test')).accuracy).toBeGreaterThan(0.9);
});

test('a taught network that comes back with the page finds its data again, and the way back', async () => {
  const one = await begun();
  const before = one.session.network.store.getState();
  one.taught.edit((all) => drawAll(all, [2, 4], 2));
  await one.teach.train();
  await one.taught.written();
  const { id } = one.session.data.store.getState();
  const { spec, weights } = one.session.network.store.getState();

  const two = await begun();
  await two.port.set(await one.port.get());
  const taught = createTaughtStore(two.port, TIMELESS.after);
  const teach = createTeach({ ...two.session, ...TIMELESS }, taught);
  await taught.ready;
  expect(two.session.data.store.getState().id).toBe('MNIST');
  await two.session.network.place({ spec, weights: weights! }, { kind: 'trained', name: 'mine' });
  await until(() => two.session.data.store.getState().id === id);

  // What was there before the visit before is still there to go back to.
  expect(teach.store.getState().canGoBack).toBe(true);
  await teach.train();
  await teach.goBack();
  expect(two.session.data.store.getState().id).toBe(MNIST);
  const back = two.session.network.store.getState();
  expect([back.spec, back.weights, back.origin]).toEqual([
    before.spec,
    before.weights,
    before.origin,
  ]);
  await taught.written();
  expect(await two.port.get()).toMatchObject({ before: null });
  teach.dispose();
});

test('what is missing is said, and nothing changes', async () => {
  const { session, taught, teach } = await begun();
  taught.edit(addClass);
  await teach.train();
  expect(session.messages.store.getState().messages.at(-1)!.text).toContain('at least two classes');
  expect(session.data.store.getState().id).toBe('MNIST');
  expect(session.network.store.getState().spec.layers).toEqual([HIDDEN, 10]);
});
