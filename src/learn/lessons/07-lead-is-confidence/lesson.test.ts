import { expect, test } from 'vitest';
import type { Act } from '../../acts/table';
import { saidOf, shownSteps } from '../play.node';
import { figures } from './figures';
import lesson from './index';

const IMAGES = 1_400;

test('"show me" does every step', async () => {
  expect(await shownSteps(lesson, IMAGES)).toEqual(lesson.plan.steps.map(({ id }) => id));
});

const TRIES: [step: string, tried: Act[], said: string | null][] = [
  ['runner-up', [{ act: 'select-place', place: 1 }], 'winner'],
  ['surest', [{ act: 'sample', number: 1227 }], 'other'],
  ['surest', [{ act: 'sample', number: 1 }], null],
  ['closest', [{ act: 'sample', number: 1227 }], 'larger'],
  ['closest', [{ act: 'sample', number: figures.close.image }], null],
];

test.each(TRIES)('at step %s of %o is said: %s', async (step, tried, said) => {
  expect(await saidOf(lesson, step, tried, IMAGES)).toBe(said);
});
