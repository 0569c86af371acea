import { expect, it } from 'vitest';
import { createArriving, type Arriving } from '../../data/arrival';
import { DataError } from '../../data/data-error';
import type { ImageSet } from '../../data/image-set';
import { createCpuEngine } from '../../engine/cpu/engine';
import { EngineGoneError, type Engine } from '../../engine/engine';
import { epochOrder } from '../../model/training';
import { shapes, testSession, until } from '../session.test-data';

const whole = shapes(96, 1);

/** One fetching of the training half: its images come as the test says. */
interface Fetching {
  come(there: number): void;
  fail(error: Error): void;
}

/** A session whose engines fetch the training half themselves. */
async function fetchingSession() {
  const fetchings: Fetching[] = [];
  const engines: Engine[] = [];
  const session = testSession({
    base: 'http://host/',
    async startEngine() {
      const engine = await createCpuEngine();
      let gone: (error: Error) => void = () => undefined;
      const dispose = engine.dispose.bind(engine);
      engine.dispose = async () => {
        await dispose();
        gone(new EngineGoneError('The engine was closed.'));
      };
      engine.fetchTraining = async (base, { begun, progress }) => {
        expect(base).toBe('http://host/');
        const set: ImageSet = { ...whole, images: new Uint8Array(whole.images.length) };
        const order = epochOrder(whole.count, 1, 0);
        const arriving: Arriving = createArriving(order);
        fetchings.push({
          come(there) {
            for (const image of order.subarray(arriving.there, there))
              set.images.set(whole.images.subarray(image * 64, (image + 1) * 64), image * 64);
            progress(there / whole.count);
            arriving.come(there);
          },
          fail: arriving.fail,
        });
        await engine.setData('train', set, arriving);
        begun({ width: 8, height: 8, count: whole.count, classes: 3 });
        await Promise.race([arriving.whole, new Promise<never>((_, reject) => (gone = reject))]);
        return whole;
      };
      engines.push(engine);
      return { engine, reason: 'for a test' };
    },
  });
  await session.ready;
  await until(() => fetchings.length === 1);
  await session.training.configure({ batch: 16, epochs: 2 });
  const part = () => session.data.store.getState().train;
  const run = () => session.training.store.getState();
  const texts = () => session.messages.store.getState().messages.map(({ text }) => text);
  return { session, fetchings, engines, part, run, texts };
}

it('trains on the images that are there, and knows the length of the plan', async () => {
  const { session, fetchings, part, run } = await fetchingSession();
  await until(() => part().status === 'coming');
  expect(run()).toMatchObject({ epochSteps: 6, plannedSteps: 12 });
  fetchings[0]!.come(40);
  expect(part()).toMatchObject({ status: 'coming', progress: 40 / 96, set: null });
  void session.training.run();
  await until(() => run().step === 2);
  fetchings[0]!.come(96);
  await until(() => run().status === 'finished');
  expect(run().step).toBe(12);
  expect(part()).toMatchObject({ status: 'ready', set: whole });
  await session.dispose();
});

it('training by another seed begins when all images are there', async () => {
  const { session, fetchings, part, run } = await fetchingSession();
  await session.training.configure({ seed: 7 });
  await until(() => part().status === 'coming');
  void session.training.run();
  fetchings[0]!.come(95);
  await until(() => run().status === 'waiting for data');
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(run()).toMatchObject({ status: 'waiting for data', step: 0 });
  fetchings[0]!.come(96);
  await until(() => run().step > 0);
  await session.training.pause();
  await session.dispose();
});

it('a connection that breaks is said in one sentence; what was learned stays, and goes on when the images are there', async () => {
  const { session, fetchings, part, run, texts } = await fetchingSession();
  fetchings[0]!.come(40);
  const training = session.training.run();
  await until(() => run().step === 2);
  const sentence = 'The images could not be loaded: check the network and try again.';
  fetchings[0]!.fail(new DataError(sentence, { retryable: true }));
  await training;
  await until(() => part().status === 'failed');
  expect(run()).toMatchObject({ status: 'paused', step: 2 });
  expect(texts()).toEqual([`${sentence} What was learned until now stays.`]);
  const again = session.training.run();
  await until(() => fetchings.length === 2);
  fetchings[1]!.come(96);
  await again;
  expect(run()).toMatchObject({ status: 'finished', step: 12 });
  expect(texts()).toEqual([]);
  await session.dispose();
});

it('an engine that takes the place of another fetches the images anew, and the run goes on', async () => {
  const { session, fetchings, engines, part, run, texts } = await fetchingSession();
  fetchings[0]!.come(40);
  void session.training.run();
  await until(() => run().step === 2);
  await session.engine.choose('cpu');
  await until(() => fetchings.length === 2);
  expect(engines).toHaveLength(2);
  fetchings[1]!.come(96);
  await until(() => run().status === 'finished');
  expect(run().step).toBe(12);
  expect(part().status).toBe('ready');
  expect(texts()).toEqual([]);
  await session.dispose();
});
