import { expect, test } from 'vitest';
import type { Act } from '../../acts/table';
import { saidOf, shownSteps } from '../play.node';
import { OPEN, TOP } from './figures';
import lesson from './index';

const IMAGES = 200;

test('"show me" does every step', async () => {
  expect(await shownSteps(lesson, IMAGES)).toEqual(lesson.plan.steps.map(({ id }) => id));
});

const TRIES: [step: string, tried: Act, said: string][] = [
  ['open', { act: 'draw', strokes: [...OPEN, TOP] }, 'closed'],
  ['open', { act: 'draw', strokes: [TOP, TOP] }, 'other'],
  ['second', { act: 'select-place', place: 1 }, 'first'],
  ['second', { act: 'select-place', place: 4 }, 'later'],
  ['second', { act: 'select', layer: 1, neuron: 99 }, 'other'],
  ['close', { act: 'clear' }, 'blank'],
  ['close', { act: 'sample', number: 5 }, 'sample'],
  [
    'close',
    {
      act: 'draw',
      strokes: [
        [
          [0.66, 0.3],
          [0.66, 0.4],
        ],
      ],
    },
    'still',
  ],
  ['undo', { act: 'clear' }, 'blank'],
];

test.each(TRIES)('at step %s of %o is said: %s', async (step, tried, said) => {
  expect(await saidOf(lesson, step, [tried], IMAGES)).toBe(said);
});
