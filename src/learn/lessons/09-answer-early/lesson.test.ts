import { expect, test } from 'vitest';
import type { Act } from '../../acts/table';
import { until } from '../../../session/session.test-data';
import type { View } from '../../../view/view';
import { saidOf, shownSteps } from '../play.node';
import lesson from './index';

const IMAGES = 10_000;
/** As the deadline's curve does when it is drawn. */
const WITH_CURVE = {
  async opened({ session }: View) {
    await until(() => session.network.store.getState().evaluation !== null);
    await session.forced.want();
  },
};

test('"show me" does every step', async () => {
  const shown = await shownSteps(lesson, IMAGES, WITH_CURVE);
  expect(shown).toEqual(lesson.plan.steps.map(({ id }) => id));
});

test.each<[step: string, tried: Act[], said: string]>([
  ['map', [{ act: 'show', what: 'circuit' }], 'circuit'],
  ['early', [{ act: 'cursor', to: 0.2 }], 'earlier'],
  ['early', [{ act: 'cursor', to: 0.5 }], 'later'],
])('at step %s of %o is said: %s', async (step, tried, said) => {
  expect(await saidOf(lesson, step, tried, IMAGES)).toBe(said);
});

test.each<[step: string, tried: Act[], said: string]>([
  ['goal', [{ act: 'cursor', to: 0.5 }], 'less'],
  ['goal', [{ act: 'cursor', to: 0.8 }], 'more'],
  ['goal', [{ act: 'cursor', to: 0.61 }], 'done'],
])('at step %s of %o is said, as the curve has it: %s', async (step, tried, said) => {
  expect(await saidOf(lesson, step, tried, IMAGES, WITH_CURVE)).toBe(said);
});
