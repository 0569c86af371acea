import type { LessonPlan } from '../../plan';
import { figures as f } from './figures';

const { neuron } = f.top;

export const plan: LessonPlan = {
  number: 4,
  id: 'shares-add-up',
  start: '',
  steps: [
    {
      id: 'open',
      light: 'raster-output',
      done: { is: 'selected', layer: 'output', neuron: f.neuron },
      hints: {
        output: { is: 'selected', layer: 'output' },
        other: { is: 'not', of: [{ is: 'nothing-selected' }] },
      },
      show: [{ act: 'select', layer: 'output', neuron: f.neuron }],
    },
    {
      id: 'top',
      light: 'causes',
      done: { is: 'selected', layer: 1, neuron },
      hints: { other: { is: 'selected', layer: 1 } },
      show: [{ act: 'select', layer: 1, neuron }],
    },
    {
      id: 'silence',
      light: 'silence',
      done: { is: 'silenced', layer: 1, neuron },
      hints: {
        output: { is: 'silenced', layer: 'output' },
        other: { is: 'what-if' },
      },
      show: [
        { act: 'select', layer: 1, neuron },
        { act: 'silence', layer: 1, neuron },
      ],
    },
    {
      id: 'again',
      light: 'raster-output',
      done: {
        is: 'all',
        of: [
          { is: 'selected', layer: 'output', neuron: f.neuron },
          { is: 'silenced', layer: 1, neuron },
        ],
      },
      hints: {
        reverted: { is: 'no-what-if' },
        other: { is: 'selected', layer: 'output' },
      },
      show: [
        { act: 'silence', layer: 1, neuron },
        { act: 'select', layer: 'output', neuron: f.neuron },
      ],
    },
    {
      id: 'back',
      light: 'what-if',
      done: { is: 'no-what-if' },
      show: [{ act: 'revert' }],
    },
  ],
  question: { number: f.laterTime, within: 0.0025 },
};
