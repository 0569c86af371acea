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
  ['close', { act: 'select', layer: 'output', neuron: f.misreadAs }, 'first'],
  ['close', { act: 'select', layer: 1, neuron: f.top.neuron }, 'other'],
  ['winner', { act: 'select', layer: 'output', neuron: 8 }, 'other'],
  ['cure', { act: 'silence', layer: 'output', neuron: f.misreadAs }, 'output'],
  ['cure', { act: 'threshold', value: 1.2 }, 'notHidden'],
  ['cure', { act: 'silence', layer: 1, neuron: f.top.neuron }, 'top'],
  ['cure', { act: 'silence', layer: 1, neuron: 126 }, 'other'],
  ['cure', { act: 'silence', layer: 1, neuron: f.cures[0] }, 'done'],
];

test.each(TRIES)('at step %s of %o is said: %s', async (step, tried, said) => {
  expect(await saidOf(lesson, step, [tried], IMAGES)).toBe(said);
});
