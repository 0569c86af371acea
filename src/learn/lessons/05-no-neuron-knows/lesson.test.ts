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
  ['one', { act: 'silence', layer: 1, neuron: 13 }, 'done'],
  ['one', { act: 'silence', layer: 1, neuron: 0 }, 'quiet'],
  ['one', { act: 'silence', layer: 'output', neuron: f.winner }, 'other'],
  ['chain', { act: 'silence', layer: 'output', neuron: f.winner }, 'other'],
  ['chain', { act: 'silence', layer: 1, neuron: 13 }, 'late'],
  ['chain', { act: 'silence', layer: 1, neuron: f.silenced[0] }, 'more'],
  ['moved', { act: 'select', layer: 'output', neuron: f.other }, 'other'],
];

test.each(TRIES)('at step %s of %o is said: %s', async (step, tried, said) => {
  expect(await saidOf(lesson, step, [tried], IMAGES)).toBe(said);
});
