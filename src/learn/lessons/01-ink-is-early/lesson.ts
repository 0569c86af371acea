import type { LessonPlan } from '../../plan';
import { figures } from './figures';

const { early, middle, earlyPixel, middlePixel, faintPixel, answer } = figures;
const pixel = { is: 'pointed-at', layer: 0 } as const;

export const plan: LessonPlan = {
  number: 1,
  id: 'ink-is-early',
  start: '',
  steps: [
    {
      id: 'early',
      light: 'pad',
      done: { ...pixel, to: early },
      hints: {
        later: { ...pixel, from: early, to: 1 },
        silent: { ...pixel, silent: true },
      },
      show: [{ act: 'point-at', layer: 0, neuron: earlyPixel.neuron }],
    },
    {
      id: 'middle',
      light: 'pad',
      done: { ...pixel, from: middle[0], to: middle[1] },
      hints: {
        early: { ...pixel, to: middle[0] },
        late: { ...pixel, from: middle[1], to: 1 },
      },
      show: [{ act: 'point-at', layer: 0, neuron: middlePixel.neuron }],
    },
    {
      id: 'faint',
      light: 'pad',
      done: { ...pixel, silent: true, ink: true },
      hints: {
        spikes: { ...pixel, to: 1 },
        paper: { ...pixel, silent: true, ink: false },
      },
      show: [{ act: 'point-at', layer: 0, neuron: faintPixel.neuron }],
    },
  ],
  question: { number: answer, within: 0.005 },
};
