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
  ['reset', [{ act: 'step' }], 'trained'],
  ['five', [{ act: 'step', count: 2 }], 'few'],
  ['slow', [{ act: 'slow-motion', do: 'open' }], 'opened'],
];

test.each(TRIES)('at step %s of %o is said: %s', async (step, tried, said) => {
  expect(await saidOf(lesson, step, tried, IMAGES, HOW)).toBe(said);
});
