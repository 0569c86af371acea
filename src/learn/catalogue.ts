/** The lessons that are shipped with the page, by number. A new one is a folder of src/learn/lessons; nothing else has to be told. */
import type { ShippedLesson } from './plan';

const found = import.meta.glob<ShippedLesson>('./lessons/*/index.ts', {
  eager: true,
  import: 'default',
});

export const LESSONS: readonly ShippedLesson[] = Object.values(found).toSorted(
  (a, b) => a.plan.number - b.plan.number,
);

export const lessonByNumber = (number: number): ShippedLesson | undefined =>
  LESSONS.find(({ plan }) => plan.number === number);
