import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createBalance } from './balance';
import { WHOLE } from './wasm/layout';

/** [threads] blocks of each thread's part, as the kernels round them. */
function partsOf(cuts: readonly number[], blocks: number): number[] {
  const places = cuts.map((cut) => Math.floor((cut * blocks + WHOLE / 2) / WHOLE));
  return places.slice(1).map((to, n) => to - places[n]!);
}

/** Parts after `steps` steps in which threads get done what their paces say. */
function settled(paces: number[], blocks: number, steps = 400): number[] {
  const balance = createBalance(paces.length, blocks);
  for (let n = 0; n < steps; n++) balance.note(paces.map((pace) => 1000 * pace));
  return partsOf(balance.cuts, blocks);
}

describe('parts of the neurons', () => {
  test('are equal where threads are', () => {
    expect(settled([1, 1], 8)).toEqual([4, 4]);
    expect(settled([1, 1, 1, 1], 64)).toEqual([16, 16, 16, 16]);
    expect(partsOf(createBalance(3, 8).cuts, 8)).toEqual([3, 2, 3]);
  });

  test('follow the paces, to within a block', () => {
    expect(settled([3, 1], 8)).toEqual([6, 2]);
    expect(settled([1, 3], 8)).toEqual([2, 6]);
    expect(settled([1, 0], 8)).toEqual([8, 0]);
    expect(settled([2, 2, 1, 1], 48)).toEqual([16, 16, 8, 8]);
  });

  test('come back when a thread is as fast as the other again', () => {
    const balance = createBalance(2, 8);
    for (let n = 0; n < 100; n++) balance.note([3, 1]);
    for (let n = 0; n < 100; n++) balance.note([1, 1]);
    expect(partsOf(balance.cuts, 8)).toEqual([4, 4]);
  });

  test('stay where paces differ by less than a block, or for a step', () => {
    expect(settled([1.15, 1], 8)).toEqual([4, 4]);
    const balance = createBalance(2, 8);
    balance.note([100, 0]);
    balance.note([0, 0]);
    expect(partsOf(balance.cuts, 8)).toEqual([4, 4]);
  });

  test('are all blocks, each once, whatever threads get done', () => {
    const pieces = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 99 }));
    const did = fc.array(pieces, { minLength: 3, maxLength: 3 });
    const phases = fc.array(fc.record({ did, steps: fc.nat(20) }), {
      minLength: 20,
      maxLength: 40,
    });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 32 }), phases, (blocks, all) => {
        const balance = createBalance(3, blocks);
        for (const phase of all) {
          for (let n = 0; n < phase.steps; n++) {
            balance.note(phase.did);
            const parts = partsOf(balance.cuts, blocks);
            const sum = parts.reduce((before, part) => before + part, 0);
            if (sum !== blocks || Math.min(...parts) < 0) return false;
          }
        }
        return true;
      }),
      { seed: 7, numRuns: 1000 },
    );
  });
});
