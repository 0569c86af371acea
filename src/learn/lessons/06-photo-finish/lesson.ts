import type { Condition } from '../../conditions/table';
import type { LessonPlan } from '../../plan';
import { figures as f } from './figures';

const notHidden: Condition = {
  is: 'any',
  of: [
    { is: 'silenced', layer: 'output' },
    { is: 'silenced', layer: 0 },
    { is: 'what-if', kind: 'time' },
    { is: 'what-if', kind: 'weight' },
    { is: 'what-if', kind: 'threshold' },
  ],
};
const one: Condition = { is: 'silenced', layer: 1 };
const several: Condition = { is: 'silenced', layer: 1, least: 2 };

export const plan: LessonPlan = {
  number: 6,
  id: 'photo-finish',
  start: `v=1&sample=${f.image - 1}`,
  steps: [
    {
      id: 'close',
      light: 'raster-output',
      done: { is: 'selected', layer: 'output', neuron: f.label },
      hints: {
        first: { is: 'selected', layer: 'output', neuron: f.misreadAs },
        other: { is: 'not', of: [{ is: 'nothing-selected' }] },
      },
      show: [{ act: 'select', layer: 'output', neuron: f.label }],
    },
    {
      id: 'winner',
      light: 'raster-output',
      done: { is: 'selected', layer: 'output', neuron: f.misreadAs },
      hints: { other: { is: 'selected', layer: 'output' } },
      show: [{ act: 'select', layer: 'output', neuron: f.misreadAs }],
    },
    {
      id: 'cure',
      light: 'causes',
      done: {
        is: 'all',
        of: [{ is: 'answer', class: f.label }, one, { is: 'not', of: [notHidden, several] }],
      },
      hints: {
        output: { is: 'silenced', layer: 'output' },
        notHidden,
        several,
        top: { is: 'silenced', layer: 1, neuron: f.top.neuron },
        other: one,
      },
      show: [
        { act: 'revert' },
        { act: 'select', layer: 1, neuron: f.best.neuron },
        { act: 'silence', layer: 1, neuron: f.best.neuron },
      ],
    },
    {
      id: 'back',
      light: 'what-if',
      done: { is: 'no-what-if' },
      show: [{ act: 'revert' }],
    },
  ],
  question: { right: 'toss' },
};
