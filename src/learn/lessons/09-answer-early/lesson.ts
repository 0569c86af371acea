import type { LessonPlan } from '../../plan';
import { figures } from './figures';

const { goal, at, patient } = figures;
const [early] = at;
/** How far from a time that a step names the deadline may stand. */
const NEAR = 0.03;

export const plan: LessonPlan = {
  number: 9,
  id: 'answer-early',
  start: '',
  steps: [
    {
      id: 'map',
      light: 'shows',
      done: { is: 'shows', what: 'map' },
      hints: { circuit: { is: 'shows', what: 'circuit' } },
      show: [{ act: 'show', what: 'map' }],
    },
    {
      id: 'early',
      light: 'deadline',
      done: { is: 'forced', from: early.time - NEAR, to: early.time + NEAR },
      hints: {
        earlier: { is: 'forced', to: early.time - NEAR },
        later: { is: 'forced', from: early.time + NEAR, to: 0.7 },
      },
      show: [{ act: 'cursor', to: early.time }],
    },
    {
      id: 'goal',
      light: 'deadline',
      done: { is: 'forced', to: goal.time + NEAR, least: goal.right },
      hints: {
        less: { is: 'forced', from: early.time + NEAR, most: goal.right },
        more: { is: 'forced', from: goal.time + NEAR },
      },
      show: [{ act: 'cursor', to: goal.time }],
    },
    {
      id: 'patient',
      light: 'deadline',
      done: { is: 'forced', from: patient.time - NEAR },
      hints: { less: { is: 'forced', from: goal.time + NEAR, to: patient.time - NEAR } },
      show: [{ act: 'cursor', to: patient.time }],
    },
  ],
  question: { right: 'potential' },
};
