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
  ['open', { act: 'select', layer: 'output', neuron: 3 }, 'output'],
  ['open', { act: 'select', layer: 1, neuron: 3 }, 'other'],
  ['top', { act: 'select', layer: 1, neuron: 87 }, 'other'],
  ['silence', { act: 'silence', layer: 1, neuron: 87 }, 'other'],
  ['silence', { act: 'silence', layer: 'output', neuron: f.neuron }, 'output'],
  ['again', { act: 'revert' }, 'reverted'],
  ['again', { act: 'select', layer: 'output', neuron: 3 }, 'other'],
];

test.each(TRIES)('at step %s of %o is said: %s', async (step, tried, said) => {
  expect(await saidOf(lesson, step, [tried], IMAGES)).toBe(said);
});
