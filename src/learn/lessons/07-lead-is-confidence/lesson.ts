import type { Condition } from '../../conditions/table';
import type { LessonPlan } from '../../plan';
import { figures } from './figures';

const { close, closest, surest, unsure } = figures;
const image = (number: number) => ({ is: 'sample', number }) as const;
/** A misread test image is on show, other than that of the first step. */
const misread = (...more: Condition[]): Condition => ({
  is: 'all',
  of: [
    { is: 'sample' },
    { is: 'answer-right', right: false },
    { is: 'not', of: [image(close.image)] },
    ...more,
  ],
});

export const plan: LessonPlan = {
  number: 7,
  id: 'lead-is-confidence',
  start: `v=1&sample=${close.image - 1}`,
  steps: [
    {
      id: 'runner-up',
      light: 'raster-output',
      done: { is: 'selected-place', place: 2 },
      hints: { winner: { is: 'selected-place', place: 1 } },
      show: [{ act: 'select-place', place: 2 }],
    },
    {
      id: 'surest',
      light: 'misread',
      done: image(surest.image),
      hints: { other: misread({ is: 'not', of: [image(surest.image)] }) },
      show: [{ act: 'sample', number: surest.image }],
    },
    {
      id: 'closest',
      light: 'misread',
      done: misread({ is: 'lead', to: unsure.lead }),
      hints: {
        larger: misread(
          { is: 'lead', from: unsure.lead },
          { is: 'not', of: [image(surest.image)] },
        ),
      },
      show: [{ act: 'sample', number: closest.image }],
    },
  ],
  question: { right: 'most' },
};
