import { expect, test } from 'vitest';
import type { Act } from '../../acts/table';
import { saidOf, shownSteps } from '../play.node';
import lesson from './index';

const IMAGES = 1_000;

const HOW = { training: true };

test('"show me" does every step', async () => {
  expect(await shownSteps(lesson, IMAGES, HOW)).toEqual(lesson.plan.steps.map(({ id }) => id));
});

const TRIES: [step: string, tried: Act[], said: string | null][] = [
  ['cause', [{ act: 'select', layer: 0, neuron: 20 }], 'other'],
  ['cause', [{ act: 'select', layer: 'output', neuron: 3 }], 'later'],
  ['whole', [{ act: 'open', link: 'v=1&k=4&weights=new&train=latency-first' }], 'first'],
  ['whole', [{ act: 'open', link: 'v=1&k=2&weights=new&train=latency' }], null],
];

test.each(TRIES)('at step %s of %o is said: %s', async (step, tried, said) => {
  expect(await saidOf(lesson, step, tried, IMAGES, HOW)).toBe(said);
});
