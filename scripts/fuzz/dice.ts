/** Seeded choices. */
import type { Random } from '../../src/model/random';

/** One of the items, each as likely as the others. */
export function pick<T>(random: Random, from: readonly T[]): T {
  return from[random.below(from.length)]!;
}

/** From `low` to `high`, both included. */
export function between(random: Random, low: number, high: number): number {
  return low + random.below(high - low + 1);
}

/** True in `share` of all cases. */
export function chance(random: Random, share: number): boolean {
  return random.uniform() < share;
}
