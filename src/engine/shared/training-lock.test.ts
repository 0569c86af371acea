import { expect, test } from 'vitest';
import { EngineError } from '../engine';
import { createTrainingLock } from './training-lock';

test('one training at a time', () => {
  const trainingLock = createTrainingLock();
  trainingLock.requireIdle('evaluate');
  trainingLock.enter();
  expect(trainingLock.busy).toBe(true);
  expect(() => trainingLock.enter()).toThrow(
    new EngineError('Training is already under way: pause it first.'),
  );
  expect(() => trainingLock.requireIdle('evaluate')).toThrow(
    new EngineError('Training is under way: pause it to evaluate.'),
  );
  trainingLock.leave();
  trainingLock.requireIdle('evaluate');
  trainingLock.enter();
  expect(trainingLock.stopping).toBe(false);
});

test('everyone who asks to stop is told when training has ended', async () => {
  const trainingLock = createTrainingLock();
  await trainingLock.stop();
  trainingLock.enter();
  let told = 0;
  const all = Promise.all(
    [trainingLock.stop(), trainingLock.stop()].map((stopped) => stopped.then(() => told++)),
  );
  expect(trainingLock.stopping).toBe(true);
  await Promise.resolve();
  expect(told).toBe(0);
  trainingLock.leave();
  await all;
  expect(told).toBe(2);
  expect(trainingLock.stopping).toBe(false);
});
