import type { Condition } from '../../conditions/table';
import type { LessonPlan } from '../../plan';
import { figures as f } from './figures';

/** A hidden neuron that had fired is silent. */
const silenced: Condition = {
  is: 'any',
  of: [
    { is: 'silenced', layer: 1, spiked: 'before' },
    { is: 'silenced', layer: 1, spiked: 'after' },
  ],
};
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
const silenceAll = f.silenced.map((neuron) => ({ act: 'silence', layer: 1, neuron }) as const);

export const plan: LessonPlan = {
  number: 5,
  id: 'no-neuron-knows',
  start: '',
  steps: [
    {
      id: 'one',
      light: 'raster-hidden',
      sees: 'silence',
      done: { is: 'all', of: [silenced, { is: 'not', of: [notHidden] }] },
      hints: { other: notHidden, quiet: { is: 'silenced', layer: 1 } },
      show: [
        { act: 'revert' },
        { act: 'select', layer: 1, neuron: f.silenced[0] },
        { act: 'silence', layer: 1, neuron: f.silenced[0] },
      ],
    },
    {
      id: 'back',
      light: 'what-if',
      done: { is: 'no-what-if' },
      show: [{ act: 'revert' }, { act: 'select-none' }],
    },
    {
      id: 'chain',
      light: 'causes',
      sees: 'silence',
      done: {
        is: 'all',
        of: [silenced, { is: 'what-if-changes-answer' }, { is: 'not', of: [notHidden] }],
      },
      hints: {
        other: notHidden,
        late: {
          is: 'all',
          of: [
            { is: 'silenced', layer: 1, spiked: 'after' },
            { is: 'not', of: [{ is: 'silenced', layer: 1, least: 3 }] },
          ],
        },
        more: { is: 'silenced', layer: 1 },
      },
      show: [{ act: 'revert' }, { act: 'select-none' }, ...silenceAll],
    },
    {
      id: 'moved',
      light: 'raster-output',
      done: { is: 'selected', layer: 'output', neuron: f.winner },
      hints: { other: { is: 'selected', layer: 'output' } },
      show: [{ act: 'select', layer: 'output', neuron: f.winner }],
    },
  ],
  question: { right: 'steep' },
};
