/**
 * How threads work together on one network: the leader announces a job by counting ROUND up, everybody takes pieces of it, and the leader
 * waits until all helpers are DONE. Waiting is done here and not in WebAssembly, where V8's quick compiler miscompiles a loop around
 * memory.atomic.wait32 (seen in Node 20: the loop never ends).
 */
import { EngineError } from '../engine';
import * as at from './wasm/layout';

/** What the module exports (wasm/kernels.ts). */
export interface KernelExports {
  work(this: void, network: number, thread: number, scratch: number): void;
}

/** Tells the processor that a loop only looks. Not everywhere yet. */
const { pause } = Atomics as { pause?: (this: void) => void };
/**
 * Looks between two such words, some hundred nanoseconds: a virtual machine takes its processor away from who says it again and again,
 * and training on two threads took a tenth longer.
 */
const SILENCE = 64;

/**
 * Most looks before a thread goes to sleep: some 600 microseconds, longer than what lies between two jobs of a training, a turn of
 * the event loop included. Being woken takes 20 to 100 microseconds, as long as a fifth of a job.
 */
const MOST_LOOKS = 360_000;
/** Longer than threads wait for one another within a step: whoever wakes a sleeper loses as much as that one. */
const LEAST_LOOKS = MOST_LOOKS / 8;
/** Milliseconds: a wait that was over sooner would have been worth looking through. */
const SHORT = 0.6;
/**
 * Looks before this thread goes to sleep. Where others want the processor too, looking in vain takes it from the very thread that
 * is waited for: a long wait halves it, a short one doubles it.
 */
let patience = MOST_LOOKS;
/** Helpers that do not answer are given up after so many waits, */
const WAITS = 4;
/** of so many milliseconds each: a computer that slept meanwhile has slept through one of them. */
const WAIT = 1500;

/** The helpers do no more jobs: what is shared with them is of no use any more. */
export class ThreadsLostError extends EngineError {}

/**
 * Whether a word stops being `value` while it is looked at `patience` times. A function of its own: within `awaitChange` the loop is compiled
 * before anybody has seen what follows it, and thrown away whenever it ends in vain.
 */
function changes(words: Int32Array, field: number, value: number): boolean {
  for (let looks = 0; looks < patience; looks++) {
    if (Atomics.load(words, field) !== value) return true;
    if (looks % SILENCE === 0) pause?.();
  }
  return false;
}

/** Counts a word up for those who wait for it. Whoever looks is not to be notified, which takes longer than what threads say to one another. */
function countUp(words: Int32Array, field: number): void {
  Atomics.add(words, field, 1);
  if (Atomics.load(words, field + at.SLEEPERS) > 0) Atomics.notify(words, field);
}

/** Returns when a word is no longer `value`, and whether it changed within `limit` milliseconds. */
function awaitChange(words: Int32Array, field: number, value: number, limit?: number): boolean {
  const start = performance.now();
  if (changes(words, field, value)) return true;
  let late = false;
  Atomics.add(words, field + at.SLEEPERS, 1);
  while (!late && Atomics.load(words, field) === value)
    late = Atomics.wait(words, field, value, limit) === 'timed-out';
  Atomics.sub(words, field + at.SLEEPERS, 1);
  if (late) return false;
  const short = performance.now() - start < SHORT;
  patience = short ? Math.min(MOST_LOOKS, patience * 2) : Math.max(LEAST_LOOKS, patience / 2);
  return true;
}

/**
 * Does a job together with `helpers` threads that serve this network.
 * @param words the network's, on shared memory where there are helpers
 * @param work does pieces of the job until none is left
 * @param first what the leader does before, while the helpers are at work already; it must not touch what the job works on
 * @param wait milliseconds
 * @throws ThreadsLostError where a helper has ended
 */
export function lead(
  words: Int32Array,
  job: number,
  helpers: number,
  work: () => void,
  first?: () => void,
  wait = WAIT,
): void {
  words[at.Network.JOB] = job;
  words[at.Network.THREADS] = helpers + 1;
  for (let n = 0; n <= helpers; n++) {
    words[at.Network.TAKEN + n * at.LINE] = 0;
    words[at.Network.LEARNT + n * at.LINE] = 0;
    words[at.Network.TAKEN_FIRST + n * at.LINE] = 0;
  }
  if (helpers > 0) {
    Atomics.store(words, at.Network.DONE, 0);
    countUp(words, at.Network.ROUND);
  }
  try {
    first?.();
  } finally {
    work();
    awaitHelpers(words, helpers, wait);
  }
}

function awaitHelpers(words: Int32Array, helpers: number, wait: number): void {
  let waits = 0;
  for (let done = 0; done < helpers; done = Atomics.load(words, at.Network.DONE)) {
    if (awaitChange(words, at.Network.DONE, done, wait)) waits = 0;
    else if (++waits === WAITS)
      throw new ThreadsLostError('A thread of the CPU engine does not answer any more.');
  }
  if (helpers > 0 && Atomics.load(words, at.Network.FAILED) === 1)
    throw new ThreadsLostError('A thread of the CPU engine broke off.');
}

/** A helper takes part in every job after round `round`, until it is told to leave. @throws what `work` throws; the leader is told */
export function help(words: Int32Array, round: number, work: () => void): void {
  for (let last = false; !last; round = (round + 1) | 0) {
    awaitChange(words, at.Network.ROUND, round);
    last = words[at.Network.JOB] === at.Job.END;
    try {
      if (!last) work();
    } catch (error) {
      Atomics.store(words, at.Network.FAILED, 1);
      throw error;
    } finally {
      countUp(words, at.Network.DONE);
    }
  }
}
