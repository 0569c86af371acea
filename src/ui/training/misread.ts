/** Which test images are misread, and which of them a person asks to see. */
import type { ImageSet } from '../../data/image-set';

/** What an evaluation says of every image (engine.ts, `Evaluation`). */
interface Readings {
  answers: ArrayLike<number>;
  decisionTimes: ArrayLike<number>;
  leads: ArrayLike<number>;
}

export interface MisreadFilter {
  /** The true class; null: any. */
  label: number | null;
  /** The answer given, 255 none; null: any. */
  answer: number | null;
}

/** `sure`: by the lead of the answer, the largest first; `early` and `late`: by the time of the decision, which says little of errors. */
export type MisreadOrder = 'index' | 'sure' | 'early' | 'late';

/** The test images that are misread and pass the filter. */
export function misreadImages(
  { labels }: Pick<ImageSet, 'labels'>,
  { answers, decisionTimes, leads }: Readings,
  { label, answer }: MisreadFilter,
  order: MisreadOrder,
): number[] {
  const found: number[] = [];
  for (let i = 0; i < answers.length; i++) {
    if (answers[i] === labels[i]) continue;
    if (label !== null && labels[i] !== label) continue;
    if (answer !== null && answers[i] !== answer) continue;
    found.push(i);
  }
  if (order === 'index') return found;
  const by = order === 'sure' ? leads : decisionTimes;
  const sign = order === 'early' ? 1 : -1;
  const value = (i: number) => Math.min(by[i]!, Number.MAX_VALUE);
  return found.sort((a, b) => sign * (value(a) - value(b)) || a - b);
}
