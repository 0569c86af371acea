import { expect, test } from 'vitest';
import { EngineError } from '../engine';
import { createGate } from './training-lock';

test('one training at a time', () => {
  const gate = createGate();
  gate.requireIdle('evaluate');
  gate.enter();
  expect(gate.busy).toBe(true);
  expect(() => gate.enter()).toThrow(
    new EngineError('Training is already under way: pause it first.'),
  );
  expect(() => gate.requireIdle('evaluate')).toThrow(
    new EngineError('Training is under way: pause it to evaluate.'),
  );
  gate.leave();
  gate.requireIdle('evaluate');
  gate.enter();
  expect(gate.stopping).toBe(false);
});

test('everyone who asks to stop is told when training has ended', async () => {
  const gate = createGate();
  await gate.stop();
  gate.enter();
  let told = 0;
  const all = Promise.all([gate.stop(), gate.stop()].map((stopped) => stopped.then(() => told++)));
  expect(gate.stopping).toBe(true);
  await Promise.resolve();
  expect(told).toBe(0);
  gate.leave();
  await all;
  expect(told).toBe(2);
  expect(gate.stopping).toBe(false);
});
