import { afterEach, expect, test } from 'vitest';
import { conformance } from '../conformance/conformance';
import { noiseImages } from '../conformance/samples';
import { randomNetwork } from '../conformance/networks';
import { createCpuEngine } from '../cpu/engine';
import { EngineGoneError, type Engine } from '../engine';
import type { SetHead } from '../../data/image-set';
import { parseNetwork } from '../../model/validate';
import { createWorkerEngine } from './client';

conformance('CPU in a worker', () => createWorkerEngine('cpu'), { small: true });

const engines: Engine[] = [];
afterEach(async () => {
  for (const engine of engines.splice(0)) await engine.dispose();
});

const images = { width: 28, height: 28, count: 4, images: noiseImages(28, 28, 4, 1) };
const network = randomNetwork(parseNetwork({}), 1, images.images);

/** A worker whose script is not there any more. */
function gone(): Worker {
  const url = URL.createObjectURL(new Blob());
  URL.revokeObjectURL(url);
  return new Worker(url);
}

const scripted = (script: string): Worker => new Worker(URL.createObjectURL(new Blob([script])));

/** Nine megabytes. */
function manyImages() {
  const count = 12_000;
  return {
    width: 28,
    height: 28,
    count,
    images: noiseImages(28, 28, count, 3),
    labels: Uint8Array.from({ length: count }, (_, n) => n % 10),
    classes: 10,
  };
}

/** An engine whose worker the test can get at. */
async function withWorker(): Promise<{ engine: Engine; worker: Worker }> {
  let worker: Worker | undefined;
  const engine = await createWorkerEngine('cpu', {
    spawn: () => (worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })),
  });
  engines.push(engine);
  return { engine, worker: worker! };
}

test('gives the same spikes as the engine on the page', async () => {
  const { engine } = await withWorker();
  const here = await createCpuEngine();
  await engine.setNetwork(network);
  await here.setNetwork(network);
  expect(await engine.run(images)).toEqual(await here.run(images));
  // What was handed in still belongs to the caller.
  expect(images.images.length).toBe(4 * 784);
  expect(network.weights[0]!.length).toBe(784 * 128);
});

test('a data set of many pieces arrives whole, and of two given at once the later one counts', async () => {
  const large = manyImages();
  const { engine } = await withWorker();
  const here = await createCpuEngine();
  const few = { ...large, ...images, labels: new Uint8Array(4) };
  for (const each of [engine, here]) {
    await each.setNetwork(network);
    await Promise.all([each.setData('test', few), each.setData('test', large)]);
  }
  const [theirs, ours] = [await engine.evaluate('test'), await here.evaluate('test')];
  expect(ours.answers.length).toBe(large.count);
  expect(theirs).toEqual(ours);
  expect(large.images.length).toBe(large.count * 784);
});

test('what is asked for while a set is on its way waits for it, and a stop for the training', async () => {
  const { engine } = await withWorker();
  const set = manyImages();
  await engine.setNetwork(network);
  const given = [engine.setData('train', set), engine.setData('test', set)];
  const evaluation = engine.evaluate('test', { limit: 100 });
  expect((await evaluation).answers.length).toBe(100);
  await Promise.all(given);
  const again = engine.setData('train', set);
  const training = engine.train(1e6, () => undefined);
  const stopped = engine.stop();
  expect(await training).toMatchObject({ reason: 'stopped' });
  await Promise.all([again, stopped]);
});

test("fetches MNIST's training images itself, and learns from them as from a set it was given", async () => {
  const base = new URL('/', location.href).href;
  const { engine } = await withWorker();
  await engine.setNetwork(network);
  const heads: SetHead[] = [];
  const shares: number[] = [];
  const fetched = engine.fetchTraining!(base, {
    begun: (head) => void heads.push(head),
    progress: (share) => void shares.push(share),
  });
  // Asked for before anything is there, and before the other set.
  const training = engine.train(20, () => undefined);
  const set = await fetched;
  expect(set).toMatchObject({ width: 28, height: 28, count: 60_000, classes: 10 });
  expect(heads).toEqual([{ width: 28, height: 28, count: 60_000, classes: 10 }]);
  expect(shares.at(-1)).toBe(1);
  expect(await training).toEqual({ step: 20, reason: 'steps' });
  const here = await createCpuEngine();
  await here.setNetwork(network);
  await here.setData('train', set);
  await here.train(20, () => undefined);
  expect(await engine.readWeights()).toEqual(await here.readWeights());
  const nowhere = engine.fetchTraining!(`${base}nowhere/`, {
    begun: () => undefined,
    progress: () => undefined,
  });
  await expect(nowhere).rejects.toMatchObject({
    name: 'DataError',
    retryable: true,
    message: expect.stringContaining('missing on the server'),
  });
  // A set that is given takes the place of one that is on its way.
  const dropped = engine.fetchTraining!(base, {
    begun: () => undefined,
    progress: () => undefined,
  });
  const [outcome] = await Promise.allSettled([dropped, engine.setData('train', manyImages())]);
  expect((await engine.train(3, () => undefined)).step).toBe(23);
  expect(outcome.status === 'rejected' ? String(outcome.reason) : 'fetched before').toMatch(
    /Another data set has taken the place|fetched before/,
  );
});

test('a killed worker rejects what is under way, tells its owner once, and refuses later calls', async () => {
  const { engine, worker } = await withWorker();
  const set = { ...images, labels: new Uint8Array(4), classes: 10 };
  await engine.setNetwork(network);
  await engine.setData('train', set);
  await engine.configure({
    epochs: 10_000,
    batch: 2,
    learningRate: 1e-6,
    loss: 'heuristic',
    margin: 0.1,
    temperature: 0.04,
    optimizer: 'adam',
    distort: 'none',
    ema: 0,
    seed: 1,
  });
  const messages: string[] = [];
  const lost = new Promise<void>((resolve) => {
    engine.onLost = (message) => {
      messages.push(message);
      resolve();
    };
  });
  const training = engine.train(1e6, () => worker.terminate());
  await expect(training).rejects.toThrow('The engine stopped: the browser ended its worker.');
  await lost;
  await expect(engine.run(images)).rejects.toBeInstanceOf(EngineGoneError);
  expect(messages).toHaveLength(1);
});

test('an error that nobody caught in the worker is a lost engine too', async () => {
  const { engine, worker } = await withWorker();
  const lost = new Promise<string>((resolve) => (engine.onLost = resolve));
  worker.dispatchEvent(new ErrorEvent('error', { message: 'out of memory' }));
  expect(await lost).toBe('The engine stopped because of an error in its worker (out of memory).');
});

test.each<[string, () => Worker, RegExp]>([
  ['fails', () => scripted('throw new Error("no")'), /error in its worker \(.*no\)/],
  ['does not come', gone, /could not be loaded/],
  ['never answers', () => scripted(''), /did not start within 1 seconds: try again/],
  [
    'may not be started',
    () => {
      throw new Error('blocked');
    },
    /does not let the page start the worker/,
  ],
])('a worker that %s says so', async (_, spawn, words) => {
  const opening = createWorkerEngine('cpu', { spawn, patience: 1000 });
  await expect(opening).rejects.toThrow(words);
  await expect(opening).rejects.not.toBeInstanceOf(EngineGoneError);
});

test.each([2000, 3000, 1_000_000])(
  'a message nested %i deep, which cannot be worked with, read or sent, is answered with an error',
  async (depth) => {
    const { engine } = await withWorker();
    await engine.setNetwork(network);
    let nested: unknown = 0;
    for (let n = 0; n < depth; n++) nested = [nested];
    const spec = { ...network.spec, nested };
    await expect(engine.setNetwork({ ...network, spec })).rejects.toThrow(
      'The engine could not take what it was given',
    );
    expect(await engine.run(images)).toHaveLength(4);
  },
);

test('disposing ends the worker without calling it lost', async () => {
  const { engine } = await withWorker();
  let lost = 0;
  engine.onLost = () => lost++;
  await engine.setNetwork(network);
  await engine.dispose();
  await expect(engine.run(images)).rejects.toThrow('The engine was closed.');
  await engine.dispose();
  expect(lost).toBe(0);
});
