import { expect, test } from 'vitest';
import type { Act } from '../../acts/table';
import { saidOf, shownSteps } from '../play.node';
import lesson from './index';

const IMAGES = 200;

test('"show me" does every step', async () => {
  expect(await shownSteps(lesson, IMAGES)).toEqual(lesson.plan.steps.map(({ id }) => id));
});

const TRIES: [step: string, tried: Act, said: string][] = [
  ['play', { act: 'cursor', to: 0.5 }, 'early'],
  ['rest', { act: 'cursor', to: 2 }, 'some'],
  ['rest', { act: 'cursor', to: 0.3 }, 'back'],
  ['second', { act: 'select-place', place: 1 }, 'first'],
  ['second', { act: 'select-place', place: 5 }, 'later'],
  ['second', { act: 'select', layer: 1, neuron: 99 }, 'hidden'],
  ['second', { act: 'select', layer: 0, neuron: 232 }, 'pixel'],
];

test.each(TRIES)('at step %s of %o is said: %s', async (step, tried, said) => {
  expect(await saidOf(lesson, step, [tried], IMAGES)).toBe(said);
});
