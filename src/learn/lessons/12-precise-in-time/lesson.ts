import type { LessonPlan } from '../../plan';
import { figures } from './figures';

const { coarsest, worst } = figures;

export const plan: LessonPlan = {
  number: 12,
  id: 'precise-in-time',
  start: '',
  steps: [
    {
      id: 'bits',
      light: 'robustness',
      done: { is: 'robustness', against: 'bits', level: coarsest },
      hints: {
        jitter: { is: 'robustness', against: 'jitter' },
        dead: { is: 'robustness', against: 'dead' },
        lost: { is: 'robustness', against: 'dropped' },
      },
      show: [
        { act: 'dialog', name: 'robustness' },
        { act: 'robustness', against: 'bits' },
      ],
    },
    {
      id: 'jitter',
      light: 'robustness',
      done: { is: 'robustness', against: 'jitter', level: worst },
      hints: {
        dead: { is: 'robustness', against: 'dead' },
        lost: { is: 'robustness', against: 'dropped' },
      },
      show: [
        { act: 'dialog', name: 'robustness' },
        { act: 'robustness', against: 'jitter' },
      ],
    },
    {
      id: 'lead',
      light: 'raster-output',
      done: { is: 'selected-place', place: 2 },
      hints: { winner: { is: 'selected-place', place: 1 } },
      show: [
        { act: 'dialog', name: 'none' },
        { act: 'select-place', place: 2 },
      ],
    },
  ],
  question: { right: 'lead' },
};
