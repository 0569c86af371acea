/** Which test images are misread, and which of them a person asks to see. */
import type { ImageSet } from '../../data/image-set';

export interface MisreadFilter {
  /** The true class; null: any. */
  label: number | null;
  /** The answer given, 255 none; null: any. */
  answer: number | null;
}

export type MisreadOrder = 'index' | 'early' | 'late';

/** The test images that are misread and pass the filter. `early` decisions are the surest mistakes. */
export function misreadImages(
  { labels }: Pick<ImageSet, 'labels'>,
  { answers, decisionTimes }: { answers: ArrayLike<number>; decisionTimes: ArrayLike<number> },
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
  const sign = order === 'early' ? 1 : -1;
  const time = (i: number) => Math.min(decisionTimes[i]!, Number.MAX_VALUE);
  return found.sort((a, b) => sign * (time(a) - time(b)) || a - b);
}
