import { expect, it } from 'vitest';
import { momentWords } from './moment-words';

const point = (step: number, accuracy: number) => ({
  step,
  steps: 10,
  loss: 1,
  accuracy,
  spikes: [1, 2, 3],
  decisionTime: 1,
});

it('tells the accuracy at a moment from what was measured around it', () => {
  const run = {
    curve: [point(10, 0.5), point(20, 0.75)],
    tests: [{ step: 12, accuracy: 0.6, loss: 1 }],
  };
  expect(momentWords(run, 0)).toBe('');
  expect(momentWords(run, 10)).toBe('Training 50.0 %.');
  expect(momentWords(run, 15)).toBe('Training 75.0 %, tested 60.0 % at step 12.');
  expect(momentWords(run, 25)).toBe('Training 75.0 %, tested 60.0 % at step 12.');
});
