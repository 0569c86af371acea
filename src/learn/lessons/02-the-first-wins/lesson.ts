import type { LessonPlan } from '../../plan';
import { figures as f } from './figures';

export const plan: LessonPlan = {
  number: 2,
  id: 'the-first-wins',
  start: 'v=1&t=0',
  steps: [
    {
      id: 'play',
      light: 'play',
      sees: 'raster-output',
      done: { is: 'cursor', from: 'decision' },
      hints: {
        early: {
          is: 'all',
          of: [
            { is: 'cursor', from: 0.02 },
            { is: 'not', of: [{ is: 'cursor', from: 'decision' }] },
          ],
        },
      },
      show: [{ act: 'play' }],
    },
    {
      id: 'rest',
      light: 'play',
      sees: 'raster-output',
      done: { is: 'cursor', from: f.lastTime },
      hints: {
        some: { is: 'cursor', from: f.secondTime, to: f.lastTime - 0.01 },
        back: { is: 'cursor', to: f.decision - 0.01 },
      },
      show: [{ act: 'cursor', to: 'end' }],
    },
    {
      id: 'second',
      light: 'raster-output',
      done: { is: 'selected-place', place: 2 },
      hints: {
        first: { is: 'selected-place', place: 1 },
        later: { is: 'selected', layer: 'output' },
        hidden: { is: 'selected', layer: 1 },
        pixel: { is: 'selected', layer: 0 },
      },
      show: [{ act: 'select-place', place: 2 }],
    },
  ],
  question: { right: 'second' },
};
