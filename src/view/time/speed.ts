/** Speed against accuracy: how much of the test set is answered by a time, and how much of it rightly. */
import type { Evaluation } from '../../engine/engine';
import { countUpTo } from '../../model/count-up-to';

export interface SpeedCurve {
  /** Images of the set. */
  images: number;
  /** [answered images] times of the first output spike, ascending. */
  times: Float64Array;
  /** [answered images + 1] how many of the first n answers are right. */
  right: Uint32Array;
}

/** @param labels [images] true classes */
export function speedCurve(
  { answers, decisionTimes }: Evaluation,
  labels: ArrayLike<number>,
): SpeedCurve {
  const answered = [...decisionTimes.keys()].filter((i) => decisionTimes[i]! < Infinity);
  answered.sort((a, b) => decisionTimes[a]! - decisionTimes[b]!);
  const right = new Uint32Array(answered.length + 1);
  answered.forEach((i, n) => (right[n + 1] = right[n]! + (answers[i] === labels[i] ? 1 : 0)));
  return {
    images: decisionTimes.length,
    times: Float64Array.from(answered, (i) => decisionTimes[i]!),
    right,
  };
}

/** Shares of all images, [0, 1]: answered by t, and answered rightly by t. */
export function speedAt(
  { images, times, right }: SpeedCurve,
  t: number,
): { answered: number; right: number } {
  const count = countUpTo(times, t);
  return images === 0
    ? { answered: 0, right: 0 }
    : { answered: count / images, right: right[count]! / images };
}
