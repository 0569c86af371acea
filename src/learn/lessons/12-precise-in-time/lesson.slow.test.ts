import { expect, test } from 'vitest';
import type { Act } from '../../acts/table';
import { saidOf, shownSteps } from '../play.node';
import lesson from './index';

/** Few: what is worked out is not looked at here. */
const IMAGES = 200;

test('"show me" does every step', async () => {
  expect(await shownSteps(lesson, IMAGES)).toEqual(lesson.plan.steps.map(({ id }) => id));
});

const TRIES: [step: string, tried: Act[], said: string | null][] = [
  [
    'lead',
    [
      { act: 'dialog', name: 'none' },
      { act: 'select-place', place: 1 },
    ],
    'winner',
  ],
];

test.each(TRIES)('at step %s of %o is said: %s', async (step, tried, said) => {
  expect(await saidOf(lesson, step, tried, IMAGES)).toBe(said);
});
