/**
 * How the neurons are divided among threads. Cores differ (a phone's by a factor of three), and one may have more to do than ours. A
 * thread that is done takes pieces of another's part, but their weights have to come from that one's cache: parts should be such that all
 * are done at once.
 */
import { WHOLE } from './wasm/layout';

export interface Balance {
  /** [threads + 1] where parts begin and end, in WHOLEths of a layer's blocks. */
  readonly cuts: readonly number[];
  /** @param did [threads] pieces that each thread got done, its own and others', all of them busy to the end */
  note(did: readonly number[]): void;
}

/** Steps over which a thread's pace is averaged. */
const MEMORY = 16;
/** Blocks by which a cut may be off before it moves: every move carries a block's weights to another core. */
const SLACK = 0.7;

/** @param blocks of neurons that the first layer has */
export function createBalance(threads: number, blocks: number): Balance {
  const cuts = Array.from({ length: threads + 1 }, (_, n) => Math.round((n * WHOLE) / threads));
  /** [threads] what part of the work each gets done. */
  const paces = Array.from({ length: threads }, () => 1 / threads);
  return {
    cuts,
    note(did) {
      const all = did.reduce((sum, pieces) => sum + pieces, 0);
      if (all === 0) return;
      let best = 0;
      for (let n = 0; n < threads; n++) {
        paces[n]! += (did[n]! / all - paces[n]!) / MEMORY;
        if (n === threads - 1) return;
        best += paces[n]! * blocks;
        const cut = cuts[n + 1]!;
        const off = Math.abs(best - (cut * blocks) / WHOLE) > SLACK;
        const wanted = off ? Math.round((Math.round(best) * WHOLE) / blocks) : cut;
        // The cut before may just have moved past one that has not.
        cuts[n + 1] = Math.max(cuts[n]!, wanted);
      }
    },
  };
}
