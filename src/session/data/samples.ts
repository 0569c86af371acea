/** Which samples pass the filter, and finding the next of them. */
import type { ImageSet } from '../../data/image-set';

export interface SampleFilter {
  /** The true class; null: any. */
  label: number | null;
  /** Only those that the network misreads. */
  misread: boolean;
  /** Only those that it answers so; any without. */
  answer?: number;
}

/** @param answers [images] the network's answers over this set; null before they are known */
export function passes(
  set: ImageSet,
  answers: Uint8Array | null,
  { label, misread, answer }: SampleFilter,
  index: number,
): boolean {
  const truth = set.labels[index]!;
  if (label !== null && truth !== label) return false;
  if (!misread && answer === undefined) return true;
  const given = answers?.[index];
  if (given === undefined || (misread && given === truth)) return false;
  return answer === undefined || given === answer;
}

/** The next index after `from` in `direction` that passes, around the end; null when none does. */
export function findSample(
  set: ImageSet,
  answers: Uint8Array | null,
  filter: SampleFilter,
  from: number,
  direction: 1 | -1,
): number | null {
  for (let n = 1; n <= set.count; n++) {
    const index = (((from + direction * n) % set.count) + set.count) % set.count;
    if (passes(set, answers, filter, index)) return index;
  }
  return null;
}

/** Up to `most` indices from `from` on that pass, in order, without going around. */
export function listSamples(
  set: ImageSet,
  answers: Uint8Array | null,
  filter: SampleFilter,
  from: number,
  most: number,
): number[] {
  const found: number[] = [];
  for (let index = from; index < set.count && found.length < most; index++) {
    if (passes(set, answers, filter, index)) found.push(index);
  }
  return found;
}
