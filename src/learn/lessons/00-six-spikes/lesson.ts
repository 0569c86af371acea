import type { LessonPlan } from '../../plan';
import { figures } from './figures';

const { model, above, line, close, hidden, leftIsland, upperHalf, lowerHalf, start } = figures;
const without = (...neurons: number[]) =>
  ({ is: 'silenced', layer: 1, neurons, least: 1 }) as const;
const allBut = (neuron: number) =>
  Array.from({ length: hidden }, (_, j) => j).filter((j) => j !== neuron);

export const plan: LessonPlan = {
  number: 0,
  id: 'six-spikes',
  start: `v=1&weights=${model}&points=yin-yang`,
  steps: [
    {
      id: 'leave',
      light: 'plane',
      done: { is: 'answer', class: above.answer },
      hints: {
        still: { is: 'all', of: [{ is: 'drawn' }, { is: 'answer', class: start.answer }] },
        purple: { is: 'answer', class: 0 },
      },
      show: [{ act: 'point', x: above.x, y: above.y }],
    },
    {
      id: 'line',
      light: 'plane',
      done: {
        is: 'all',
        of: [
          { is: 'lead', to: close },
          { is: 'not', of: [{ is: 'answer', class: start.answer }] },
        ],
      },
      hints: {
        island: { is: 'answer', class: start.answer },
        purple: {
          is: 'all',
          of: [
            { is: 'answer', class: 0 },
            { is: 'lead', from: close },
          ],
        },
      },
      show: [{ act: 'point', x: line.x, y: line.y }],
    },
    {
      id: 'left-island',
      light: 'circuit',
      done: without(leftIsland),
      hints: { other: without(...allBut(leftIsland)) },
      show: [
        { act: 'select', layer: 1, neuron: leftIsland },
        { act: 'silence', layer: 1, neuron: leftIsland },
      ],
    },
    {
      id: 'upper-half',
      light: 'circuit',
      done: {
        is: 'all',
        of: [without(upperHalf), { is: 'not', of: [without(...allBut(upperHalf))] }],
      },
      hints: {
        both: { is: 'all', of: [without(upperHalf), without(...allBut(upperHalf))] },
        lower: without(lowerHalf),
        other: without(...allBut(upperHalf).filter((j) => j !== leftIsland)),
      },
      show: [
        { act: 'revert' },
        { act: 'select', layer: 1, neuron: upperHalf },
        { act: 'silence', layer: 1, neuron: upperHalf },
      ],
    },
  ],
  question: { right: 'tie' },
};
