import { describe, expect, it } from 'vitest';
import { EngineError, type Engine } from '../../engine/engine';
import { createReferenceEngine } from '../../engine/reference/reference';
import { pointNetwork } from '../../data/points/point-network';
import type { ModelCard } from '../../files/shipped-models';
import { initialise } from '../../model/initialise';
import { DEFAULT_NETWORK } from '../../model/network';
import { DEFAULT_LINK, SESSION_LINK } from './session-link';
import { idxFiles, shapes, smallNetwork, testSession, until } from '../session.test-data';
import type { SessionOptions } from '../core/options';

type TestSession = ReturnType<typeof testSession>;

async function opened(options: Partial<SessionOptions> = {}): Promise<TestSession> {
  const session = testSession(options);
  await session.ready;
  await until(() => session.data.store.getState().train.status === 'ready');
  await until(() => session.spikes.store.getState().run !== null);
  return session;
}

/** What somebody sees who opens the link of this page in a browser of their own. */
async function elsewhere(session: TestSession): Promise<TestSession> {
  const { state, problem } = SESSION_LINK.decode(SESSION_LINK.encode(session.link.capture()));
  expect(problem).toBeNull();
  const other = await opened({ link: state });
  await settled(other);
  return other;
}

/** The spikes show the stimulus and the weights that are there now. */
async function settled({ spikes }: TestSession): Promise<void> {
  let before = -1;
  await until(() => {
    const { version } = spikes.store.getState();
    const still = version === before;
    before = version;
    return still;
  });
}

function seen(session: TestSession) {
  const { run, answer } = session.spikes.store.getState();
  const { spec, weights, origin } = session.network.store.getState();
  const { settings } = session.training.store.getState();
  const { image, strokes, sample } = session.stimulus.store.getState();
  const { selected, t } = session.playback.store.getState();
  return { run, answer, spec, weights, origin, settings, image, strokes, sample, selected, t };
}

function texts({ messages }: TestSession): string[] {
  return messages.store.getState().messages.map((m) => m.text);
}

const hand = (...points: [number, number][]) => ({
  points: points.map(([x, y]) => ({ x, y })),
  width: 0.09,
});

describe('a link opened elsewhere', () => {
  it('says nothing of a page as it first opens, but for the small test network', async () => {
    const session = await opened();
    const { layers, width, height, ...rest } = session.link.capture();
    const { layers: a, width: b, height: c, ...defaults } = DEFAULT_LINK;
    expect([a, b, c]).toEqual([[128, 10], 28, 28]);
    expect([layers, width, height]).toEqual([[12, 3], 8, 8]);
    // The weights are the shipped model's, though not of the default network.
    expect(rest).toEqual({ ...defaults, weights: '784-128-10' });
  });

  it('shows the same spikes of a shipped network with another threshold', async () => {
    const session = await opened();
    const { spec } = session.network.store.getState();
    await session.network.change({ ...spec, threshold: 1.25 });
    session.stimulus.show('test', 7);
    session.playback.select({ layer: 1, neuron: 3 });
    session.playback.seek(0.75);
    await settled(session);
    expect(seen(await elsewhere(session))).toEqual(seen(session));
  });

  it('shows the same spikes of new weights, whatever was changed since they were made', async () => {
    const session = await opened();
    const { spec } = session.network.store.getState();
    await session.network.change({ ...spec, layers: [9, 3] });
    await session.training.reset(5);
    await session.network.change({ ...spec, layers: [9, 3], threshold: 0.8 });
    await session.training.configure({ seed: 9, learningRate: 0.01, loss: 'cross-entropy' });
    session.stimulus.show('train', 11);
    await settled(session);
    const other = await elsewhere(session);
    expect(seen(other)).toEqual(seen(session));
    // And a reset gives both the same.
    for (const s of [session, other]) {
      await s.training.reset();
      await settled(s);
    }
    expect(seen(other).weights).toEqual(seen(session).weights);
  });

  it('shows the same drawing, to the byte', async () => {
    const session = await opened();
    session.stimulus.beginStroke(hand([0.3123, 0.2011]));
    session.stimulus.extendStroke(hand([0.3123, 0.2011], [0.6117, 0.7], [0.41, 0.93001]));
    session.stimulus.beginStroke(hand([0.7, 0.7]));
    await settled(session);
    const other = await elsewhere(session);
    expect(seen(other)).toEqual(seen(session));
    expect(seen(other).strokes).toHaveLength(2);
  });

  it('keeps a pad blank', async () => {
    const session = await opened();
    session.stimulus.clear();
    const other = await elsewhere(session);
    expect(seen(other).sample).toBeNull();
    expect(seen(other).strokes).toEqual([]);
  });

  it('shows its sample, and says so, while the engine still waits for the set', async () => {
    const engine = createReferenceEngine();
    engine.setData = () => new Promise(() => undefined);
    const session = testSession({
      link: { ...DEFAULT_LINK, sample: 4 },
      startEngine: () => Promise.resolve({ engine, reason: 'for a test' }),
    });
    await session.ready;
    await until(() => session.data.store.getState().test.set !== null);
    expect(session.link.capture()).toMatchObject({ sample: 4, draw: null });
    expect(seen(session).sample?.index).toBe(4);
  });

  it('starts from the initial weights of what the sender trained, and says so', async () => {
    const session = await opened();
    await session.training.reset(3);
    const initial = seen(session).weights;
    await session.training.step();
    expect(seen(session).weights).not.toEqual(initial);
    const other = await elsewhere(session);
    expect(seen(other).weights).toEqual(initial);
    expect(texts(other).join()).toContain('trained weights, which travel as a file');
  });

  it('names the data that it cannot bring', async () => {
    const other = await opened({ link: { ...DEFAULT_LINK, data: 'letters.idx', sample: 4 } });
    expect(texts(other).join()).toContain('the data set "letters.idx"');
    expect(seen(other).sample?.index).toBe(0);
  });

  it('says the same of a data set whose file has a name longer than a link says', async () => {
    const session = await opened();
    const { trainImages, trainLabels } = idxFiles(shapes(60, 5));
    const name = `${'every-letter-of-the-alphabet-'.repeat(4)}images`;
    const files = { trainImages: new File([trainImages], name), trainLabels };
    await session.data.loadFiles(files);
    session.stimulus.show('train', 5);
    const { state, problem } = SESSION_LINK.decode(SESSION_LINK.encode(session.link.capture()));
    expect(problem).toBeNull();
    // Where the same files are loaded, nothing is missing.
    const other = await opened();
    await other.data.loadFiles(files);
    await other.link.open(state);
    expect(seen(other).sample).toEqual(seen(session).sample);
    expect(texts(other).join()).not.toContain('the data set');
  });

  it('shows the first sample where the one meant is not there', async () => {
    const other = await opened({ link: { ...DEFAULT_LINK, sample: 30 } });
    await until(() => seen(other).sample !== null);
    expect(seen(other).sample?.index).toBe(0);
    expect(texts(other).join()).toContain('there are only 30');
  });

  it('makes the same new weights for everyone, before any data is there', async () => {
    const { state } = SESSION_LINK.decode('#v=1&width=8&height=8&layers=5-3&seed=4');
    const slow = opened({ link: state });
    const fast = testSession({
      link: state,
      loadMnist: () => Promise.reject(new Error('There is no data.')),
    });
    await fast.ready;
    expect(seen(fast).weights).toEqual(seen(await slow).weights);
    const { spec } = seen(fast);
    expect(seen(fast).weights).toEqual(initialise(spec, 4, 0.2 * 64));
  });
});

/** An engine that has no room for more than 100 hidden neurons. */
function cramped(): Partial<SessionOptions> {
  const roomy = createReferenceEngine();
  const engine: Engine = {
    ...roomy,
    async setNetwork(network) {
      if (network.spec.layers[0]! > 100)
        throw new EngineError('The network needs 8566 MB: take a smaller one.');
      await roomy.setNetwork(network);
    },
  };
  return { startEngine: () => Promise.resolve({ engine, reason: 'for a test' }) };
}

it('brings the points of a network of points where it names the weights alone, and trains on them', async () => {
  const spec = { ...DEFAULT_NETWORK, ...pointNetwork(3, [4]) };
  const card = { name: 'yin-yang-5-4-3', points: 'yin-yang~0~200~7' } as ModelCard;
  const session = testSession({
    link: SESSION_LINK.decode('v=1&weights=yin-yang-5-4-3').state,
    listShipped: () => Promise.resolve([card]),
    loadShipped: () => Promise.resolve({ spec, weights: initialise(spec, 1, 5) }),
  });
  await session.ready;
  expect(session.data.store.getState().points).toMatchObject({
    set: 'yin-yang',
    count: 200,
    seed: 7,
  });
  expect(texts(session)).toEqual([]);
  await session.training.step();
  expect(session.training.store.getState().step).toBe(1);
  await session.dispose();
});

describe('a link that asks for more than the engine gives', () => {
  const { state } = SESSION_LINK.decode(
    '#v=1&width=8&height=8&layers=1000-3&batch=7&neuron=1.500&sample=5&seed=3',
  );

  it('opens the default where the page has nothing yet, says so, and the page answers', async () => {
    const session = testSession({ ...cramped(), link: state });
    expect(await session.ready).toBe(false);
    await until(() => session.spikes.store.getState().run !== null);
    await until(() => seen(session).sample !== null);
    expect(seen(session)).toMatchObject({
      spec: smallNetwork().spec,
      weights: smallNetwork().weights,
      settings: { batch: 64, seed: 1 },
      sample: { role: 'test', index: 0 },
      selected: null,
    });
    expect(texts(session)).toEqual([
      'The network needs 8566 MB: take a smaller one. The page opens as usual.',
    ]);
    expect(session.network.canUndo()).toBe(false);
  });

  it('leaves a page at work as it is: network, settings, sample, run and undo', async () => {
    const session = await opened(cramped());
    await session.training.reset(3);
    await session.training.step();
    session.stimulus.show('test', 2);
    await settled(session);
    const before = seen(session);
    const { step, curve } = session.training.store.getState();
    expect(await session.link.open(state)).toBe(false);
    await settled(session);
    expect(seen(session)).toEqual(before);
    expect(session.training.store.getState()).toMatchObject({ step, curve });
    expect(texts(session)).toContain(
      'The network needs 8566 MB: take a smaller one. The network on the page stays.',
    );
    // The same network asked for without a link changes nothing either.
    await session.network.start({ ...before.spec, layers: [1000, 3] }, { batch: 7 });
    expect(seen(session)).toEqual(before);
    await session.network.undo();
    expect(seen(session).origin.kind).toBe('shipped');
    expect(session.network.canUndo()).toBe(false);
  });
});

describe('what is drawn while a link is on its way', () => {
  /** An engine whose first answer waits until it is let go. */
  function slow() {
    const engine = createReferenceEngine();
    const run = engine.run.bind(engine);
    let asked = false;
    let answer: () => void = () => undefined;
    const wait = new Promise<void>((resolve) => (answer = resolve));
    engine.run = async (images) => {
      asked = true;
      await wait;
      return run(images);
    };
    const options = { startEngine: () => Promise.resolve({ engine, reason: 'for a test' }) };
    return { options, answer, asked: () => asked };
  }

  const drawings = [
    { brings: 'a sample', draw: null },
    { brings: 'a drawing', draw: [hand([0.3, 0.3], [0.7, 0.7])] },
  ];

  it.each(drawings)('stays on the pad, also where the link brings $brings', async ({ draw }) => {
    const state = { ...DEFAULT_LINK, width: 8, height: 8, layers: [7, 3], seed: 2, draw };
    const { options, answer, asked } = slow();
    const session = testSession({ ...options, link: state });
    // Before there is an engine, and while its first answer is on its way.
    session.stimulus.beginStroke(hand([0.3, 0.2], [0.7, 0.2]));
    await until(asked);
    session.stimulus.beginStroke(hand([0.5, 0.5], [0.4, 0.8]));
    const { strokes } = session.stimulus.store.getState();
    answer();
    await session.ready;
    await until(() => session.data.store.getState().train.status === 'ready');
    expect(session.stimulus.store.getState()).toMatchObject({ kind: 'drawing', strokes });
    expect(strokes).toHaveLength(2);
    // Another link has its way.
    await session.link.open({ ...state, sample: 5, draw: null });
    expect(seen(session).sample?.index).toBe(5);
    await session.dispose();
  });
});

describe('a link opened on a page at work', () => {
  it('replaces what is there, and undo brings it back', async () => {
    const session = await opened();
    await session.training.reset(3);
    await session.training.step();
    const before = seen(session);
    const { state } = SESSION_LINK.decode('#v=1&width=8&height=8&layers=7-3&seed=2&sample=5');
    await session.link.open(state);
    await settled(session);
    expect(seen(session).spec.layers).toEqual([7, 3]);
    expect(seen(session).sample?.index).toBe(5);
    expect(session.training.store.getState()).toMatchObject({ step: 0, curve: [] });
    await session.network.undo();
    await settled(session);
    expect(seen(session).weights).toEqual(before.weights);
    expect(session.training.store.getState().step).toBe(1);
  });

  it('makes new weights where a shipped model is missing', async () => {
    const session = await opened({
      loadShipped: (name) =>
        name === 'gone'
          ? Promise.reject(new Error('The trained model gone is missing.'))
          : Promise.resolve(smallNetwork()),
    });
    const { state } = SESSION_LINK.decode('#v=1&width=8&height=8&layers=7-3&weights=gone');
    await session.link.open(state);
    expect(texts(session)).toContain(
      'The trained model gone is missing: new weights stand in for it.',
    );
    expect(seen(session).origin.kind).toBe('new');
    expect(seen(session).spec.layers).toEqual([7, 3]);
    expect(session.testSet()).toEqual(shapes(30, 2));
  });
});
