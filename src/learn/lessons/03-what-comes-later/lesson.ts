import type { LessonPlan } from '../../plan';
import { figures as f } from './figures';

export const plan: LessonPlan = {
  number: 3,
  id: 'what-comes-later',
  start: '',
  steps: [
    {
      id: 'late',
      light: 'raster-hidden',
      done: { is: 'selected', layer: 1, from: 'decision' },
      hints: {
        early: { is: 'selected', layer: 1 },
        output: { is: 'selected', layer: 'output' },
        pixel: { is: 'selected', layer: 0 },
      },
      show: [{ act: 'select', layer: 1, neuron: f.proposed.neuron }],
    },
    {
      id: 'silence',
      light: 'silence',
      done: { is: 'silenced', layer: 1, spiked: 'after' },
      hints: {
        early: { is: 'silenced', layer: 1, spiked: 'before' },
        output: { is: 'silenced', layer: 'output' },
        other: { is: 'what-if' },
      },
      show: [
        { act: 'select', layer: 1, neuron: f.proposed.neuron },
        { act: 'silence', layer: 1, neuron: f.proposed.neuron },
      ],
    },
    {
      id: 'early',
      light: 'raster-hidden',
      done: { is: 'silenced', layer: 1, spiked: 'before' },
      hints: {
        late: { is: 'silenced', layer: 1, spiked: 'after', least: 2 },
        output: { is: 'silenced', layer: 'output' },
      },
      show: [
        { act: 'select', layer: 1, neuron: f.early.neuron },
        { act: 'silence', layer: 1, neuron: f.early.neuron },
      ],
    },
    {
      id: 'back',
      light: 'what-if',
      done: { is: 'no-what-if' },
      show: [{ act: 'revert' }],
    },
  ],
  question: { right: 'same' },
};
