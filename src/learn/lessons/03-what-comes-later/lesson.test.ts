import { expect, test } from 'vitest';
import type { Act } from '../../acts/table';
import { saidOf, shownSteps } from '../play.node';
import { figures as f } from './figures';
import lesson from './index';

const IMAGES = 200;

test('"show me" does every step', async () => {
  expect(await shownSteps(lesson, IMAGES)).toEqual(lesson.plan.steps.map(({ id }) => id));
});

const TRIES: [step: string, tried: Act, said: string][] = [
  ['late', { act: 'select', layer: 1, neuron: f.early.neuron }, 'early'],
  ['late', { act: 'select', layer: 'output', neuron: 3 }, 'output'],
  ['late', { act: 'select', layer: 0, neuron: 232 }, 'pixel'],
  ['late', { act: 'select', layer: 1, neuron: f.firstLate.neuron }, 'done'],
  ['silence', { act: 'silence', layer: 1, neuron: f.early.neuron }, 'early'],
  ['silence', { act: 'silence', layer: 'output', neuron: 6 }, 'output'],
  ['silence', { act: 'threshold', value: 1.2 }, 'other'],
  ['early', { act: 'silence', layer: 1, neuron: f.lastLate.neuron }, 'late'],
  ['early', { act: 'silence', layer: 'output', neuron: 6 }, 'output'],
];

test.each(TRIES)('at step %s of %o is said: %s', async (step, tried, said) => {
  expect(await saidOf(lesson, step, [tried], IMAGES)).toBe(said);
});
