import { describe, expect, it } from 'vitest';
import type { Engine } from '../engine/engine';
import { createReferenceEngine } from '../engine/reference/reference';
import { forward } from '../model/step';
import { networkName } from '../model/network';
import { isTraining } from './training/training-state';
import { idxFiles, shapes, smallNetwork, SPEC, testSession, until } from './session.test-data';

const stroke = (...points: [number, number][]) => ({
  points: points.map(([x, y]) => ({ x, y })),
  width: 0.09,
});

async function started(...args: Parameters<typeof testSession>) {
  const session = testSession(...args);
  await session.ready;
  await until(() => session.data.store.getState().train.status === 'ready');
  await until(() => session.network.store.getState().evaluation !== null);
  await until(() => session.spikes.store.getState().run !== null);
  return session;
}

function texts(session: ReturnType<typeof testSession>): string[] {
  return session.messages.store.getState().messages.map((m) => m.text);
}

describe('opening', () => {
  it('shows the first test sample, classified by the shipped network', async () => {
    const session = await started();
    const { sample, image } = session.stimulus.store.getState();
    expect(sample).toEqual({ role: 'test', index: 0, label: 0 });
    const { answer, run } = session.spikes.store.getState();
    const expected = forward(SPEC, smallNetwork().weights, image);
    expect(answer!.class).toBe(expected.answer.class);
    expect(answer!.decisionTime).toBeCloseTo(expected.answer.decisionTime!, 5);
    expect(run!.layers.map((l) => l.times.length)).toEqual([64, 12, 3]);
    expect(session.training.store.getState()).toMatchObject({ epochSteps: 2, plannedSteps: 6 });
  });

  it('goes on with new weights when the shipped network cannot be had', async () => {
    const session = testSession({ loadShipped: () => Promise.reject(new Error('It is gone.')) });
    await session.ready;
    expect(texts(session)).toContain('It is gone: new weights stand in for it.');
    const { spec, weights, origin } = session.network.store.getState();
    expect(networkName(spec)).toBe('784-128-10');
    expect(weights!.map((w) => w.length)).toEqual([784 * 128, 1280]);
    expect(origin.kind).toBe('new');
  });

  it('says when data fails to load, and loads it when asked again', async () => {
    let fail = true;
    const session = testSession({
      loadMnist: (role) =>
        fail
          ? Promise.reject(new Error('The server did not answer.'))
          : Promise.resolve(shapes(role === 'train' ? 96 : 30, 1)),
    });
    await session.ready;
    await until(() => session.data.store.getState().train.status === 'failed');
    expect(texts(session)).toContain('The server did not answer.');
    fail = false;
    session.messages.store
      .getState()
      .messages.find((m) => m.action)!
      .action!.run();
    await until(() => session.data.store.getState().train.status === 'ready');
    expect(session.data.store.getState().test.status).toBe('ready');
    expect(texts(session)).not.toContain('The server did not answer.');
  });
});

describe('drawing', () => {
  it('classifies what is drawn; undo, redo and clear lose nothing', async () => {
    const session = await started();
    const { stimulus, spikes } = session;
    const image = () => [...stimulus.store.getState().image];
    stimulus.beginStroke(stroke([0.5, 0.2]));
    stimulus.extendStroke(stroke([0.5, 0.2], [0.5, 0.8]));
    const one = image();
    expect(stimulus.store.getState()).toMatchObject({ kind: 'drawing', sample: null });
    await until(() => spikes.store.getState().run!.layers[0]!.times.some((t) => t < Infinity));
    stimulus.beginStroke(stroke([0.2, 0.5], [0.8, 0.5]));
    const two = image();
    expect(two).not.toEqual(one);
    stimulus.undo();
    expect(image()).toEqual(one);
    stimulus.redo();
    expect(image()).toEqual(two);
    stimulus.clear();
    expect(image().every((byte) => byte === 0)).toBe(true);
    await until(() => spikes.store.getState().blank);
    expect(spikes.store.getState().answer).toMatchObject({ class: null, guess: null });
    stimulus.undo();
    expect(image()).toEqual(two);
  });

  it('takes a stroke back that was a mistake, as if it had never begun', async () => {
    const { stimulus } = await started();
    const sample = stimulus.store.getState();
    expect(sample.kind).toBe('sample');
    stimulus.beginStroke(stroke([0.1, 0.9]));
    stimulus.withdrawStroke();
    expect(stimulus.store.getState()).toEqual(sample);
    stimulus.beginStroke(stroke([0.5, 0.2]));
    stimulus.undo();
    const undone = stimulus.store.getState();
    expect(undone.future).toHaveLength(1);
    stimulus.beginStroke(stroke([0.1, 0.9]));
    stimulus.extendStroke(stroke([0.1, 0.9], [0.2, 0.9]));
    stimulus.withdrawStroke();
    expect(stimulus.store.getState()).toEqual(undone);
    // There is none under way.
    stimulus.withdrawStroke();
    expect(stimulus.store.getState()).toEqual(undone);
  });

  it('stays where the network comes to read images of another size, and is drawn for it anew', async () => {
    const { stimulus, network, spikes } = await started();
    stimulus.beginStroke(stroke([0.5, 0.2], [0.5, 0.8]));
    const { strokes, image } = stimulus.store.getState();
    const input = { ...SPEC.input, width: 12, height: 12 };
    await network.change({ ...SPEC, input });
    const there = stimulus.store.getState();
    expect(there).toMatchObject({ kind: 'drawing', strokes, width: 12, height: 12 });
    expect(there.image).toHaveLength(144);
    expect(there.image.some((byte) => byte > 0)).toBe(true);
    expect(spikes.store.getState().run!.layers[0]!.times).toHaveLength(144);
    await network.undo();
    expect(stimulus.store.getState()).toMatchObject({ strokes, image });

    // A sample goes; what was drawn before it is had back by undo.
    stimulus.show('test', 0);
    await network.change({ ...SPEC, input });
    expect(stimulus.store.getState()).toMatchObject({ kind: 'drawing', sample: null, strokes: [] });
    stimulus.undo();
    expect(stimulus.store.getState()).toMatchObject({ strokes, image: there.image });
  });

  it('draws piece by piece what it draws at once', async () => {
    const session = await started();
    const points: [number, number][] = [
      [0.3, 0.3],
      [0.5, 0.35],
      [0.6, 0.6],
      [0.4, 0.7],
    ];
    session.stimulus.beginStroke(stroke(points[0]!));
    for (let n = 2; n <= 4; n++) session.stimulus.extendStroke(stroke(...points.slice(0, n)));
    const piecewise = [...session.stimulus.store.getState().image];
    session.stimulus.clear();
    session.stimulus.beginStroke(stroke(...points));
    expect([...session.stimulus.store.getState().image]).toEqual(piecewise);
  });
});

describe('samples', () => {
  it('steps through a class and through what is misread, around the end', async () => {
    const session = await started();
    const { stimulus } = session;
    const at = () => stimulus.store.getState().sample!.index;
    await stimulus.step(1);
    expect(at()).toBe(1);
    await stimulus.step(-1);
    await stimulus.step(-1);
    expect(at()).toBe(29);
    await stimulus.setFilter({ label: 2, misread: false });
    expect(at()).toBe(29);
    await stimulus.step(1);
    expect(at()).toBe(2);
    expect(stimulus.matches(0, 3)).toEqual([2, 5, 8]);
    await stimulus.setFilter({ label: null, misread: true });
    const { answers } = session.network.store.getState().evaluation!;
    for (const index of stimulus.matches(0, 30)) expect(answers[index]).not.toBe(index % 3);
  });
});

describe('training', () => {
  it('runs the plan, evaluates, learns; reset brings the same initial weights back', async () => {
    const session = await started();
    const { training, network } = session;
    await training.reset();
    const first = network.store.getState().weights!.map((w) => [...w]);
    await training.configure({ epochs: 60, learningRate: 0.01, batch: 16 });
    await training.run();
    const state = training.store.getState();
    expect(state).toMatchObject({ status: 'finished', step: 360, plannedSteps: 360 });
    expect(state.testAccuracy).toBeGreaterThan(0.9);
    expect(state.curve[state.curve.length - 1]!.step).toBe(360);
    expect(state.curve[0]!.loss).toBeGreaterThan(state.curve[state.curve.length - 1]!.loss);
    expect(network.store.getState().weights!.map((w) => [...w])).not.toEqual(first);
    await training.reset();
    expect(network.store.getState().weights!.map((w) => [...w])).toEqual(first);
    expect(training.store.getState()).toMatchObject({ step: 0, testAccuracy: null, curve: [] });
    await network.undo();
    expect(training.store.getState()).toMatchObject({ step: 360, status: 'paused' });
  });

  it('pauses and goes on; a step is one batch', async () => {
    const session = await started();
    const { training } = session;
    await training.configure({ epochs: 1e4 });
    const run = training.run();
    await until(() => training.store.getState().step > 3);
    await training.pause();
    await run;
    const { step, status } = training.store.getState();
    expect(status).toBe('paused');
    await training.step();
    expect(training.store.getState().step).toBe(step + 1);
  });

  it('shows no accuracy of weights that a reset has replaced', async () => {
    const session = await started();
    await session.training.reset();
    const evaluation = session.training.evaluate();
    const reset = session.training.reset(5);
    await Promise.all([evaluation, reset]);
    expect(session.training.store.getState()).toMatchObject({ testAccuracy: null, tests: [] });
  });

  it('runs after a reset that is still under way', async () => {
    const session = await started();
    await session.training.step();
    const reset = session.training.reset();
    await session.training.run();
    await reset;
    expect(session.training.store.getState()).toMatchObject({ status: 'finished', step: 6 });
    expect(session.training.store.getState().curve[0]!.step).toBeLessThanOrEqual(6);
  });

  it('is paused when it is paused before the training images have come', async () => {
    let arrive: () => void = () => undefined;
    const late = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    const session = testSession({
      async loadMnist(role) {
        if (role === 'train') await late;
        return shapes(role === 'train' ? 96 : 30, 1);
      },
    });
    await session.ready;
    await until(() => session.data.store.getState().train.status === 'loading');
    const run = session.training.run();
    await until(() => session.training.store.getState().status === 'waiting for data');
    const pause = session.training.pause();
    arrive();
    await Promise.all([run, pause]);
    expect(session.training.store.getState()).toMatchObject({ status: 'paused', step: 0 });
  });

  it('takes the last good weights back when a value stops being finite', async () => {
    const engine = createReferenceEngine();
    const session = await started({ startEngine: () => Promise.resolve({ engine, reason: '' }) });
    await session.training.step();
    const before = session.network.store.getState().weights!.map((w) => [...w]);
    const train = engine.train.bind(engine);
    engine.train = async (...args) => ({ ...(await train(...args)), reason: 'not-finite' });
    await session.training.run();
    expect(session.training.store.getState()).toMatchObject({
      end: 'not-finite',
      status: 'paused',
    });
    expect(texts(session).join()).toContain('stopped being finite');
    expect(session.network.store.getState().weights!.map((w) => [...w])).toEqual(before);
  });
});

describe('the network', () => {
  it('keeps the weights where a change allows it, and starts new ones otherwise', async () => {
    const session = await started();
    const { network } = session;
    const before = network.store.getState().weights!.map((w) => [...w]);
    await network.change({ ...SPEC, threshold: 1.5 });
    expect(network.store.getState().weights!.map((w) => [...w])).toEqual(before);
    expect(network.store.getState().spec.threshold).toBe(1.5);
    await network.change({ ...SPEC, layers: [7, 5, 3] });
    expect(network.store.getState().weights!.map((w) => w.length)).toEqual([448, 35, 15]);
    expect(session.spikes.store.getState().run!.layers.map((l) => l.times.length)).toEqual([
      64, 7, 5, 3,
    ]);
    await network.undo();
    expect(network.store.getState().weights!.map((w) => [...w])).toEqual(before);
  });

  it('undoes new weights together with the seed and the settings they came with', async () => {
    const session = await started();
    const { network, training } = session;
    await training.step();
    const before = {
      weights: network.store.getState().weights!.map((w) => [...w]),
      settings: training.store.getState().settings,
    };
    const now = () => ({
      weights: network.store.getState().weights!.map((w) => [...w]),
      settings: training.store.getState().settings,
    });
    await network.start({ ...SPEC, threshold: 2 }, { seed: 99, batch: 7, optimizer: 'sgd' });
    expect(now().settings).toMatchObject({ seed: 99, batch: 7, optimizer: 'sgd' });
    expect(network.store.getState().origin.birth).toMatchObject({ seed: 99, threshold: 2 });
    await network.undo();
    expect(now()).toEqual(before);
    expect(network.store.getState().spec).toEqual(SPEC);
    expect(training.store.getState()).toMatchObject({ step: 1, status: 'paused' });
    await training.reset(5);
    expect(now().settings.seed).toBe(5);
    await network.undo();
    expect(now()).toEqual(before);
  });

  it('comes back from its own file; a broken file changes nothing', async () => {
    const session = await started();
    const { network } = session;
    await session.training.step();
    const weights = network.store.getState().weights!.map((w) => [...w]);
    const { name, bytes } = await network.save();
    expect(name).toBe('64-12-3.safetensors');
    await session.training.reset(7);
    expect(network.store.getState().weights!.map((w) => [...w])).not.toEqual(weights);
    await network.load(new Blob([bytes]), name);
    expect(network.store.getState().weights!.map((w) => [...w])).toEqual(weights);
    await network.load(new Blob([bytes.slice(0, bytes.length - 5)]), 'broken.safetensors');
    expect(texts(session).join()).toContain('truncated');
    expect(network.store.getState().weights!.map((w) => [...w])).toEqual(weights);
    expect(network.store.getState().origin).toEqual({ kind: 'file', name });
  });
});

describe('own data', () => {
  it('takes the place of MNIST; the last sixth is held out for testing', async () => {
    const session = await started();
    await session.data.loadFiles(idxFiles(shapes(60, 5)));
    const { name, train, test } = session.data.store.getState();
    expect(name).toBe('mine-images');
    expect([train.set!.count, test.set!.count]).toEqual([50, 10]);
    expect(session.stimulus.store.getState().sample).toMatchObject({ role: 'test', index: 0 });
    expect(session.network.store.getState().evaluation!.images).toBe(10);
    expect(texts(session)).toEqual([]);
  });

  it('says what does not fit, and fits the network when asked', async () => {
    const session = await started();
    const small = { ...shapes(24, 5), width: 4, height: 16 };
    await session.data.loadFiles(idxFiles(small));
    expect(session.network.store.getState()).toMatchObject({ evaluation: null });
    expect(session.stimulus.store.getState()).toMatchObject({ sample: null, kind: 'drawing' });
    const [message] = session.messages.store.getState().messages;
    expect(message!.text).toContain('4 x 16 pixels, but the network reads 8 x 8');
    message!.action!.run();
    await until(() => session.network.store.getState().evaluation !== null);
    expect(session.network.store.getState().spec.input).toMatchObject({ width: 4, height: 16 });
    expect(session.stimulus.store.getState().sample).toMatchObject({ index: 0 });
  });

  it('leaves what was there when a file is broken', async () => {
    const session = await started();
    const broken = { ...idxFiles(shapes(24, 5)), trainLabels: new File(['nonsense'], 'notes.txt') };
    await session.data.loadFiles(broken);
    expect(texts(session).join()).toContain('notes.txt');
    expect(session.data.store.getState().name).toBe('MNIST');
    expect(session.network.store.getState().evaluation!.images).toBe(30);
  });
});

describe('a lost engine', () => {
  it('is replaced, and training goes on from the last snapshot', async () => {
    const engines: Engine[] = [];
    const session = await started({
      startEngine() {
        const engine = createReferenceEngine();
        engines.push(engine);
        return Promise.resolve({ engine, reason: '' });
      },
    });
    const { training } = session;
    await training.configure({ epochs: 1e4 });
    const run = training.run();
    await until(() => training.store.getState().step > 4);
    const lost = engines[0]!;
    lost.train = () => Promise.reject(new Error('The device is gone.'));
    lost.snapshot = () => Promise.reject(new Error('The device is gone.'));
    await lost.stop();
    lost.onLost!('The graphics device was lost.');
    await run;
    await until(() => engines.length === 2 && isTraining(training.store.getState().status));
    const { step } = training.store.getState();
    await until(() => training.store.getState().step > step + 2);
    expect(texts(session).join()).toContain('Work goes on from step');
    await training.pause();
    expect(training.store.getState().status).toBe('paused');
  });

  it('gives way to the CPU when what was asked for at the start cannot be had', async () => {
    const session = await started({
      choice: 'webgpu',
      startEngine: (choice) =>
        choice === 'webgpu'
          ? Promise.reject(new Error('This browser has no WebGPU.'))
          : Promise.resolve({ engine: createReferenceEngine(), reason: '' }),
    });
    expect(texts(session)).toContain('This browser has no WebGPU.');
    expect(session.engine.store.getState()).toMatchObject({ status: 'ready', choice: 'cpu' });
    expect(session.spikes.store.getState().answer!.class).not.toBe(null);
  });

  it('stays with the old engine when another cannot start', async () => {
    let first = true;
    const session = await started({
      startEngine: () => {
        if (!first) return Promise.reject(new Error('This browser has no WebGPU.'));
        first = false;
        return Promise.resolve({ engine: createReferenceEngine(), reason: '' });
      },
    });
    await session.engine.choose('webgpu');
    expect(texts(session)).toContain('This browser has no WebGPU.');
    expect(session.engine.store.getState()).toMatchObject({ status: 'ready', choice: 'cpu' });
    await session.training.step();
    expect(session.training.store.getState().step).toBe(1);
  });
});
