import type { Condition } from '../../conditions/table';
import type { LessonPlan } from '../../plan';
import { figures } from './figures';

const { steps, goal, singleSteps } = figures;
const resting = (...more: Condition[]): Condition => ({
  is: 'all',
  of: [{ is: 'run-over' }, ...more],
});

export const plan: LessonPlan = {
  number: 10,
  id: 'learning-moves-spikes',
  start: '',
  steps: [
    {
      id: 'reset',
      light: 'reset',
      done: { is: 'reset' },
      hints: { trained: { is: 'trained' } },
      show: [{ act: 'reset' }],
    },
    {
      id: 'five',
      light: 'training-step',
      done: resting({ is: 'trained', least: singleSteps }),
      hints: {
        few: resting({ is: 'trained', least: 1, most: singleSteps - 1 }),
        running: { is: 'running' },
      },
      show: [{ act: 'step', count: singleSteps }],
    },
    {
      id: 'slow',
      light: 'slow-motion',
      done: { is: 'slow-motion', phase: 'after' },
      hints: { opened: { is: 'slow-motion', phase: 'open' } },
      show: [
        { act: 'slow-motion', do: 'open' },
        { act: 'slow-motion', do: 'apply' },
      ],
    },
    {
      id: 'run',
      light: 'run',
      done: resting({ is: 'trained', least: steps }, { is: 'accuracy', least: goal }),
      hints: { paused: resting({ is: 'trained', most: steps - 1 }) },
      show: [{ act: 'slow-motion', do: 'close' }, { act: 'run' }],
    },
  ],
  question: { right: 'needed' },
};
