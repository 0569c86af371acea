import { expect, test } from 'vitest';
import type { Act } from '../../acts/table';
import { saidOf, shownSteps } from '../play.node';
import lesson from './index';

test('"show me" does every step', async () => {
  expect(await shownSteps(lesson, 100)).toEqual(lesson.plan.steps.map(({ id }) => id));
});

const TRIES: [step: string, tried: Act[], said: string | null][] = [
  ['leave', [{ act: 'point', x: 0.75, y: 0.52 }], 'still'],
  ['leave', [{ act: 'point', x: 0.6, y: 0.3 }], 'purple'],
  ['leave', [{ act: 'point', x: 0.2, y: 0.8 }], 'done'],
  ['line', [{ act: 'point', x: 0.25, y: 0.5 }], 'island'],
  ['line', [{ act: 'point', x: 0.7, y: 0.2 }], 'purple'],
  ['left-island', [{ act: 'silence', layer: 1, neuron: 3 }], 'other'],
  ['upper-half', [{ act: 'silence', layer: 1, neuron: 5 }], 'both'],
  ['upper-half', [{ act: 'revert' }, { act: 'silence', layer: 1, neuron: 0 }], 'lower'],
  ['upper-half', [{ act: 'revert' }, { act: 'silence', layer: 1, neuron: 4 }], 'other'],
  ['upper-half', [{ act: 'revert' }], null],
];

test.each(TRIES)('at step %s of %o is said: %s', async (step, tried, said) => {
  expect(await saidOf(lesson, step, tried, 100)).toBe(said);
});
