/** Points as the data set of the page: made, trained on, linked and left again. */
import { expect, test } from 'vitest';
import { pointImage } from '../../data/points/point';
import { makePoints } from '../../data/points/make-points';
import { pointNetwork } from '../../data/points/point-network';
import { DEFAULT_POINTS } from '../../data/points/points-spec';
import { networkName } from '../../model/network';
import { pointsCodec } from '../link/link-points';
import { DEFAULT_LINK, SESSION_LINK } from '../link/session-link';
import { testSession, until } from '../session.test-data';
import { sameData } from './data-id';

const POINTS = { ...DEFAULT_POINTS, count: 128, testCount: 40 };

async function withPoints(points = POINTS) {
  const session = testSession();
  await session.ready;
  await until(() => session.data.store.getState().train.status === 'ready');
  await session.data.loadPoints(points);
  // With it the network that reads them, and settings of its own.
  expect(session.network.store.getState().spec.input.width).toBe(5);
  return session;
}

type Session = Awaited<ReturnType<typeof withPoints>>;
const said = (session: Session) => session.messages.store.getState().messages.map((m) => m.text);
const state = (session: Session) => session.network.store.getState();

test('points chosen bring a network that reads them, and its settings; undo brings back what was there', async () => {
  const session = await withPoints();
  await until(() => session.stimulus.store.getState().kind === 'sample');
  const { spec } = state(session);
  expect(networkName(spec)).toBe('5-12-3');
  expect(spec.input.cut).toBe(0);
  expect(session.training.store.getState().settings).toMatchObject({
    learningRate: 0.02,
    loss: 'cross-entropy',
    epochs: 60,
    batch: 64,
  });
  expect(said(session)).toEqual([
    expect.stringMatching(/^A new network, 5-12-3, reads these points/),
  ]);
  // All five inputs of the first test point spike.
  const { train, test: tested } = makePoints(POINTS);
  expect(session.stimulus.store.getState().image).toEqual(tested.images.slice(0, 5));
  await until(() => session.spikes.store.getState().run?.layers[0]!.times.length === 5);
  expect([...session.spikes.store.getState().run!.layers[0]!.times].every((t) => t <= 1)).toBe(
    true,
  );

  await session.training.configure({ epochs: 2 });
  await session.training.run();
  expect(session.training.store.getState()).toMatchObject({ status: 'finished', step: 4 });
  expect(state(session).evaluation!.images).toBe(40);
  expect(session.data.store.getState().train.set).toEqual(train);

  // Another set of as many classes leaves network and weights; one of fewer has a network of its own.
  const { weights } = state(session);
  await session.data.loadPoints({ ...POINTS, noise: 0.1 });
  expect(state(session).weights).toBe(weights);
  await session.data.loadPoints({ ...POINTS, set: 'xor' });
  expect(networkName(state(session).spec)).toBe('5-12-2');

  await session.data.loadMnist();
  expect(said(session).join()).toContain(
    'These images are 8 x 8 pixels, but the network reads points',
  );
  await session.network.undo();
  await session.network.undo();
  expect(networkName(state(session).spec)).toBe('64-12-3');
  expect(session.training.store.getState().settings.loss).toBe('heuristic');
  await session.dispose();
});

test('settings chosen while points and their network are on their way stay; those not chosen come with them', async () => {
  const session = testSession();
  await session.ready;
  await until(() => session.data.store.getState().train.status === 'ready');
  const { settings: before } = session.training.store.getState();
  const coming = session.data.loadPoints(POINTS);
  // All settings, as a form hands them over: only what is another was chosen.
  await session.training.configure({ ...before, epochs: 7 });
  await coming;
  expect(session.training.store.getState().settings).toMatchObject({
    epochs: 7,
    learningRate: 0.02,
    loss: 'cross-entropy',
  });
  // What was chosen before is no obstacle to what is asked for later.
  await session.data.loadMnist();
  session.messages.store
    .getState()
    .messages.find((m) => m.action)!
    .action!.run();
  await until(() => networkName(state(session).spec) === '64-128-3');
  expect(session.training.store.getState().settings.epochs).toBe(3);
  await session.dispose();
});

test('spirals bring two hidden layers of 30, which learn them; hidden layers of a person stay', async () => {
  const session = await withPoints();
  const choose = async (set: 'xor' | 'spirals', name: string) => {
    await session.data.loadPoints({ ...POINTS, set });
    expect(networkName(state(session).spec)).toBe(name);
  };
  await choose('spirals', '5-30-30-2');
  await choose('xor', '5-12-2');
  await choose('spirals', '5-30-30-2');
  await session.network.change(pointNetwork(2, [8]));
  await choose('xor', '5-8-2');
  await choose('spirals', '5-8-2');
  await session.dispose();

  const { state: link } = SESSION_LINK.decode('v=1&points=spirals');
  const opened = testSession({ link });
  await opened.ready;
  expect(networkName(state(opened).spec)).toBe('5-30-30-2');
  await opened.dispose();
});

test('points are tested at the end of every epoch, of a long plan at the end of a hundred', async () => {
  const session = await withPoints({ ...POINTS, count: 64 });
  const { training } = session;
  const measured = () => training.store.getState().tests.map((t) => t.step);
  // A step is an epoch.
  await training.configure({ epochs: 5 });
  await training.run();
  expect(measured().filter((step) => step > 0)).toEqual([1, 2, 3, 4, 5]);
  await training.reset(2);
  await training.configure({ epochs: 300 });
  await training.run();
  expect(measured().slice(-3)).toEqual([294, 297, 300]);
  await session.dispose();
});

test('images that take the place of points are offered the usual network with the usual settings', async () => {
  const session = await withPoints();
  await session.data.loadMnist();
  const message = session.messages.store.getState().messages.find((m) => m.action);
  message!.action!.run();
  await until(() => networkName(state(session).spec) === '64-128-3');
  expect(session.training.store.getState().settings).toMatchObject({
    loss: 'heuristic',
    epochs: 3,
  });
  expect(state(session).spec.input.cut).toBe(0.1);
  await session.dispose();
});

test('a link to points opens with the same points, network and weights, and with the point that was set', async () => {
  const session = await withPoints({ ...POINTS, set: 'moons', noise: 0.05, seed: 9 });
  expect(networkName(state(session).spec)).toBe('5-12-2');
  session.stimulus.beginStroke({ points: [{ x: 0.25, y: 0.1 }], width: 0.1 });
  const hash = SESSION_LINK.encode(session.link.capture());
  expect(hash).toContain('points=moons~0.05~128~9~2~40');
  const { state: link, problem } = SESSION_LINK.decode(hash);
  expect(problem).toBe(null);

  const other = testSession({ link });
  await other.ready;
  expect(said(other)).toEqual([]);
  expect(state(other).weights).toEqual(state(session).weights);
  const data = (of: Session) => of.data.store.getState();
  expect(data(other).id).toBe(data(session).id);
  expect(data(other).train.set).toEqual(data(session).train.set);
  expect(other.stimulus.store.getState().image).toEqual(pointImage({ x: 0.25, y: 0.9 }));
  expect(SESSION_LINK.encode(other.link.capture())).toBe(hash);

  // A link to MNIST goes back to it.
  await other.link.open(DEFAULT_LINK);
  await until(() => sameData(data(other).id, 'MNIST') && data(other).train.status === 'ready');
  expect(data(other).points).toBe(null);
  await Promise.all([session.dispose(), other.dispose()]);
});

test('a link written by hand names a set alone: it opens as the menu would, and what it says besides stays', async () => {
  const menu = { layers: [12, 3], epochs: 60, learningRate: 0.02, loss: 'cross-entropy' };
  for (const [hash, expected] of [
    ['points=yin-yang', menu],
    ['points=yin-yang&width=5&height=1&cut=0&layers=12-3&weights=new', { layers: [12, 3] }],
    ['points=blobs~0~500~1~4', { ...menu, layers: [12, 4] }],
    ['points=xor&epochs=5', { ...menu, layers: [12, 2], epochs: 5 }],
    ['points=moons&layers=8-2&rate=0.1', { ...menu, layers: [8, 2], learningRate: 0.1 }],
  ] as const) {
    const { state: link } = SESSION_LINK.decode(`v=1&${hash}`);
    const session = testSession({ link });
    await session.ready;
    const { layers, ...settings } = expected;
    expect(state(session).spec.layers).toEqual(layers);
    expect(state(session).spec.input).toEqual({ width: 5, height: 1, cut: 0 });
    expect(state(session).origin.birth!.drive).toBe(5);
    expect(session.training.store.getState().settings).toMatchObject(settings);
    await until(() => session.stimulus.store.getState().kind === 'sample');
    expect(said(session)).toEqual([]);
    await session.dispose();
  }
});

test('a text of points is short, comes back, and is refused where there are none of the kind', () => {
  const { write, read } = pointsCodec;
  expect(write(DEFAULT_POINTS)).toBe('yin-yang');
  expect(write({ ...DEFAULT_POINTS, seed: 3 })).toBe('yin-yang~0~5000~3');
  for (const rest of [
    {},
    { noise: 0.123 },
    { set: 'blobs' as const, classes: 4 },
    { testCount: 7 },
  ]) {
    const points = { ...DEFAULT_POINTS, ...rest };
    expect(read(write(points))).toEqual(points);
  }
  const wrong = [
    'stars',
    '',
    'xor~2',
    'xor~0~0',
    'blobs~0~5000~1~26',
    'xor~0~5000~1~2~1000~1',
    'yin-yang~0~2',
  ];
  expect(wrong.map((text) => read(text))).toEqual(wrong.map(() => undefined));
});

test('a network of points over images offers points, and one of images over points says so', async () => {
  const session = await withPoints();
  const messages = () => session.messages.store.getState().messages;
  const offer = () => messages().find((m) => m.text.startsWith('This network reads'));
  messages()
    .find((m) => m.action?.label === 'Undo')!
    .action!.run();
  await until(() => networkName(state(session).spec) === '64-12-3');
  expect(offer()).toMatchObject({
    text: 'This network reads images, and the data are points.',
    action: { label: 'Fit the network to the data' },
  });
  await session.data.loadMnist();
  expect(offer()).toBeUndefined();

  await session.network.start(pointNetwork(2), {});
  expect(offer()).toMatchObject({
    text: 'This network reads points, and the data are images.',
    action: { label: 'Use XOR' },
  });
  offer()!.action!.run();
  await until(() => session.data.store.getState().points?.set === 'xor');
  expect(offer()).toBeUndefined();
  expect(state(session).spec).toEqual(pointNetwork(2));
  await session.dispose();
});

test('a point dragged is one step of undo, and where none is set no input spikes', async () => {
  const session = await withPoints();
  const { stimulus } = session;
  const image = () => stimulus.store.getState().image;
  const at = (x: number, y: number) => ({ points: [{ x, y }], width: 0.1 });
  stimulus.beginStroke(at(0.5, 0.5));
  stimulus.extendStroke(at(0.75, 0.25));
  stimulus.beginStroke(at(0, 1));
  expect(image()).toEqual(pointImage({ x: 0, y: 0 }));
  stimulus.undo();
  expect(image()).toEqual(pointImage({ x: 0.75, y: 0.75 }));
  stimulus.clear();
  expect([...image()]).toEqual([0, 0, 0, 0, 0]);
  // The points drawn are not a drawing for a network of images.
  await session.network.undo();
  expect(stimulus.store.getState()).toMatchObject({ strokes: [], past: [] });
  await session.dispose();
});
