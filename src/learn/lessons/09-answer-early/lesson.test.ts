import { expect, test } from 'vitest';
import type { Act } from '../../acts/table';
import { until } from '../../../session/session.test-data';
import type { View } from '../../../view/view';
import { saidOf, shownSteps } from '../play.node';
import lesson from './index';

const IMAGES = 2_000;

/** As the deadline's curve does when it is drawn. */
const HOW = {
  async opened({ session }: View) {
    await until(() => session.network.store.getState().evaluation !== null);
    await session.forced.want();
  },
};

test('"show me" does every step', async () => {
  expect(await shownSteps(lesson, IMAGES, HOW)).toEqual(lesson.plan.steps.map(({ id }) => id));
});

const TRIES: [step: string, tried: Act[], said: string | null][] = [
  ['map', [{ act: 'show', what: 'circuit' }], 'circuit'],
  ['early', [{ act: 'cursor', to: 0.2 }], 'earlier'],
  ['early', [{ act: 'cursor', to: 0.5 }], 'later'],
  ['goal', [{ act: 'cursor', to: 0.5 }], 'less'],
  ['goal', [{ act: 'cursor', to: 0.8 }], 'more'],
  ['goal', [{ act: 'cursor', to: 0.61 }], 'done'],
  ['patient', [{ act: 'cursor', to: 0.7 }], 'less'],
];

test.each(TRIES)('at step %s of %o is said: %s', async (step, tried, said) => {
  expect(await saidOf(lesson, step, tried, IMAGES, HOW)).toBe(said);
});
