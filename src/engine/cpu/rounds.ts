/**
 * How threads work together on one network: the leader announces a job by counting ROUND up, everybody takes pieces of it, and the leader
 * waits until all helpers are DONE. Waiting is done here and not in WebAssembly, where V8's quick compiler miscompiles a loop around
 * memory.atomic.wait32 (seen in Node 20: the loop never ends).
 */
import { EngineError } from '../engine';
import * as at from './wasm/layout';

/** What the module exports (wasm/kernels.ts). */
export interface KernelExports {
  work(this: void, network: number, scratch: number): void;
}

/**
 * Milliseconds a thread looks before it goes to sleep: longer than what lies between two steps of a training, a turn of the event
 * loop included. Being woken costs 20 to 100 microseconds, as long as a fifth of a job.
 */
const WATCH = 2;
/** Looks between two looks at the clock. */
const LOOKS = 200;
/** Milliseconds after which helpers that do not answer are given up. */
const PATIENCE = 20_000;

/** Tells the processor that a loop only looks; not everywhere yet. */
const { pause } = Atomics as { pause?: () => void };

/** Returns when a word is no longer `value`, and whether it changed in time. */
function awaitChange(words: Int32Array, field: number, value: number, patience?: number): boolean {
  const end = performance.now() + WATCH;
  do {
    for (let looks = 0; looks < LOOKS; looks++) {
      if (Atomics.load(words, field) !== value) return true;
      pause?.();
    }
  } while (performance.now() < end);
  while (Atomics.load(words, field) === value) {
    if (Atomics.wait(words, field, value, patience) === 'timed-out') return false;
  }
  return true;
}

/**
 * Does a job together with `helpers` threads that serve this network.
 * @param words the network's, on shared memory where there are helpers
 * @param work does pieces of the job until none is left
 * @param first what the leader does before, while the helpers are at work already; it must not touch what the job works on
 */
export function lead(
  words: Int32Array,
  job: number,
  helpers: number,
  work: () => void,
  first?: () => void,
): void {
  words[at.JOB] = job;
  words[at.CLAIM] = 0;
  if (helpers > 0) {
    Atomics.store(words, at.DONE, 0);
    Atomics.add(words, at.ROUND, 1);
    Atomics.notify(words, at.ROUND);
  }
  first?.();
  work();
  if (helpers === 0) return;
  for (let done = 0; done < helpers; done = Atomics.load(words, at.DONE)) {
    if (awaitChange(words, at.DONE, done, PATIENCE)) continue;
    throw new EngineError('The threads of the CPU engine do not answer: start the engine anew.');
  }
}

/** A helper takes part in every job after round `round`, until it is told to leave. */
export function help(words: Int32Array, round: number, work: () => void): void {
  for (let last = false; !last; round = (round + 1) | 0) {
    awaitChange(words, at.ROUND, round);
    last = words[at.JOB] === at.JOB_END;
    if (!last) work();
    Atomics.add(words, at.DONE, 1);
    Atomics.notify(words, at.DONE);
  }
}
