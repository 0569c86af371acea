import type { LessonPlan } from '../../plan';
import { figures } from './figures';

const { model, hidden, patch, kernel, steps, goal, codes } = figures;
const network = (train: (typeof codes)[keyof typeof codes]) =>
  ({ is: 'network', kernel, train }) as const;
const coding = `v=1&k=${kernel}&weights=new&neuron=1.${hidden}`;

export const plan: LessonPlan = {
  number: 11,
  id: 'many-pixels-one-neuron',
  start: `v=1&weights=${model}&neuron=1.${hidden}`,
  steps: [
    {
      id: 'cause',
      light: 'neuron',
      done: { is: 'selected', layer: 0, neuron: patch.neuron },
      hints: {
        other: { is: 'selected', layer: 0 },
        later: { is: 'selected', layer: 'output' },
      },
      show: [{ act: 'select', layer: 0, neuron: patch.neuron }],
    },
    {
      id: 'whole',
      light: 'network',
      done: network(codes.whole),
      hints: { first: network(codes.first) },
      show: [{ act: 'open', link: `${coding}&train=${codes.whole}` }],
    },
    {
      id: 'whole-run',
      light: 'run',
      done: {
        is: 'all',
        of: [
          network(codes.whole),
          { is: 'run-over' },
          { is: 'trained', least: steps },
          { is: 'accuracy', least: goal.whole },
        ],
      },
      hints: {
        paused: { is: 'all', of: [{ is: 'run-over' }, { is: 'trained', most: steps - 1 }] },
        changed: { is: 'not', of: [network(codes.whole)] },
      },
      show: [{ act: 'run' }],
    },
    {
      id: 'first',
      light: 'network',
      done: network(codes.first),
      hints: { mean: network(codes.mean) },
      show: [{ act: 'open', link: `${coding}&train=${codes.first}` }],
    },
    {
      id: 'first-run',
      light: 'run',
      done: {
        is: 'all',
        of: [
          network(codes.first),
          { is: 'run-over' },
          { is: 'trained', least: steps },
          { is: 'accuracy', least: goal.first },
        ],
      },
      hints: {
        paused: { is: 'all', of: [{ is: 'run-over' }, { is: 'trained', most: steps - 1 }] },
        changed: { is: 'not', of: [network(codes.first)] },
      },
      show: [{ act: 'run' }],
    },
  ],
  question: { right: 'order' },
};
