import { expect, test } from 'vitest';
import { conformance } from '../conformance/conformance';
import { settingsOf } from '../conformance/context';
import { learnable, TEST, TRAIN } from '../conformance/fixture';
import { paceClock } from '../shared/clock.test-data';
import { createReferenceEngine } from './reference';

conformance('reference', async () => createReferenceEngine());

test('stops within a step, which then leaves no trace', async () => {
  const engine = createReferenceEngine();
  const network = learnable();
  await engine.setNetwork(network);
  await engine.setData('train', TRAIN);
  await engine.configure(settingsOf({ batch: TRAIN.count }));
  // As where every image takes a while.
  paceClock(6);
  const training = engine.train(1, () => undefined);
  await new Promise((resolve) => setImmediate(resolve));
  await engine.stop();
  expect(await training).toEqual({ step: 0, reason: 'stopped' });
  expect(await engine.readWeights()).toEqual({ step: 0, weights: network.weights });
  expect((await engine.train(1, () => undefined)).step).toBe(1);
  await engine.dispose();
});

test('lets the event loop in between the images of a run', async () => {
  const engine = createReferenceEngine();
  await engine.setNetwork(learnable());
  paceClock(6);
  let running = true;
  let turns = 0;
  const turn = (): void => {
    turns++;
    if (running) setImmediate(turn);
  };
  setImmediate(turn);
  await engine.run(TEST);
  running = false;
  expect(turns).toBeGreaterThan(TEST.count / 3);
  await engine.dispose();
});
