import type { LessonPlan } from '../../plan';
import { figures as f, OPEN, TOP } from './figures';

export const plan: LessonPlan = {
  number: 8,
  id: 'one-stroke',
  start: '',
  steps: [
    {
      id: 'open',
      light: 'pad',
      done: {
        is: 'all',
        of: [
          { is: 'drawn', least: 1 },
          { is: 'answer', class: f.open },
        ],
      },
      hints: {
        closed: {
          is: 'all',
          of: [
            { is: 'drawn', least: 1 },
            { is: 'answer', class: f.closed },
          ],
        },
        other: {
          is: 'all',
          of: [
            { is: 'drawn', least: 2 },
            { is: 'not', of: [{ is: 'answer', class: f.open }] },
          ],
        },
      },
      show: [{ act: 'clear' }, { act: 'draw', strokes: OPEN }],
    },
    {
      id: 'second',
      light: 'raster-output',
      done: { is: 'selected-place', place: 2 },
      hints: {
        first: { is: 'selected-place', place: 1 },
        later: { is: 'selected', layer: 'output' },
        other: { is: 'not', of: [{ is: 'nothing-selected' }] },
      },
      show: [{ act: 'select-place', place: 2 }],
    },
    {
      id: 'close',
      light: 'pad',
      done: {
        is: 'all',
        of: [
          { is: 'drawn', least: 2 },
          { is: 'answer', class: f.closed },
        ],
      },
      hints: {
        blank: { is: 'pad-blank' },
        sample: { is: 'sample' },
        still: {
          is: 'all',
          of: [
            { is: 'drawn', since: 'step' },
            { is: 'answer', class: f.open },
          ],
        },
        other: {
          is: 'all',
          of: [
            { is: 'drawn', since: 'step' },
            { is: 'not', of: [{ is: 'answer', class: f.closed }] },
          ],
        },
      },
      show: [{ act: 'clear' }, { act: 'draw', strokes: [...OPEN, TOP] }],
    },
    {
      id: 'undo',
      light: 'undo-stroke',
      done: {
        is: 'all',
        of: [
          { is: 'drawn', least: 1 },
          { is: 'answer', class: f.open },
        ],
      },
      hints: { blank: { is: 'pad-blank' } },
      show: [{ act: 'clear' }, { act: 'draw', strokes: OPEN }],
    },
  ],
  question: { right: 'earlier' },
};
