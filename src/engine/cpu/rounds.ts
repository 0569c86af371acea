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

/** Tells the processor that a loop only polls. Not everywhere yet. */
const { pause } = Atomics as { pause?: (this: void) => void };
/**
 * Polls from one `pause` to the next, some hundred nanoseconds: a virtual machine takes its processor away from a thread that pauses at
 * every poll, and training on two threads took a tenth longer.
 */
const PAUSE_EVERY = 64;
/** Polls from one look at the clock to the next, a microsecond or two: the clock takes as long as a dozen polls. */
const CLOCK_EVERY = 1024;
/** Polls after which a thread sleeps whatever the clock says: some browsers let it advance in steps of 100 ms, against fingerprinting. */
const MOST_POLLS = 2 ** 21;

/**
 * Milliseconds that a thread polls at most before it goes to sleep: longer than what lies between two jobs of a training, a turn of the
 * event loop included. Being woken takes 0.02 to 0.1 ms, as long as a fifth of a job.
 */
const MOST_PATIENCE = 0.6;
/** Longer than threads wait for one another within a step: a thread that has to wake another loses as much time as the one that slept. */
const LEAST_PATIENCE = MOST_PATIENCE / 8;
/**
 * How long this thread polls before it goes to sleep. Where other programs want the processor too, polling in vain takes it from the very
 * thread that is waited for: a wait longer than MOST_PATIENCE halves it, a shorter one, which polling would have seen through, doubles it.
 */
let patience = MOST_PATIENCE;
/** Helpers that do not answer are given up after so many waits, */
const WAITS = 4;
/** of so many milliseconds each: a computer that slept meanwhile has slept through one of them. */
const WAIT = 1500;

/** The helpers do no more jobs: what is shared with them is of no use any more. */
export class ThreadsLostError extends EngineError {}

/**
 * Whether a word stops being `value` before the clock (`performance.now`) says `end`. A function of its own: within `awaitChange` the loop is
 * compiled before anybody has seen what follows it, and thrown away whenever it ends in vain.
 */
function changes(words: Int32Array, field: number, value: number, end: number): boolean {
  for (let polls = 1; polls <= MOST_POLLS; polls++) {
    if (Atomics.load(words, field) !== value) return true;
    if (polls % PAUSE_EVERY === 0) pause?.();
    if (polls % CLOCK_EVERY === 0 && performance.now() >= end) return false;
  }
  return false;
}

/** Counts a word up for those who wait for it. Only threads that sleep are notified: that takes longer than a round of those that poll. */
function countUp(words: Int32Array, field: number): void {
  Atomics.add(words, field, 1);
  if (Atomics.load(words, field + at.SLEEPERS) > 0) Atomics.notify(words, field);
}

/** Returns when a word is no longer `value`, and whether it changed within `limit` milliseconds. */
function awaitChange(words: Int32Array, field: number, value: number, limit?: number): boolean {
  const start = performance.now();
  if (changes(words, field, value, start + patience)) return true;
  let late = false;
  Atomics.add(words, field + at.SLEEPERS, 1);
  while (!late && Atomics.load(words, field) === value)
    late = Atomics.wait(words, field, value, limit) === 'timed-out';
  Atomics.sub(words, field + at.SLEEPERS, 1);
  if (late) return false;
  const short = performance.now() - start < MOST_PATIENCE;
  patience = short ? Math.min(MOST_PATIENCE, patience * 2) : Math.max(LEAST_PATIENCE, patience / 2);
  return true;
}

/**
 * Does a job together with `helpers` threads that serve this network.
 * @param words the network's, on shared memory where there are helpers
 * @param work does pieces of the job until none is left
 * @param first what the leader does before, while the helpers are at work already; it must not touch what the job works on
 * @param wait milliseconds
 * @returns milliseconds that went by with waking the helpers and waiting for them
 * @throws ThreadsLostError where a helper has ended
 */
export function lead(
  words: Int32Array,
  job: number,
  helpers: number,
  work: () => void,
  first?: () => void,
  wait = WAIT,
): number {
  words[at.Network.JOB] = job;
  words[at.Network.THREADS] = helpers + 1;
  for (let n = 0; n <= helpers; n++) {
    words[at.Network.TAKEN + n * at.LINE] = 0;
    words[at.Network.LEARNT + n * at.LINE] = 0;
    words[at.Network.TAKEN_FIRST + n * at.LINE] = 0;
  }
  if (helpers === 0) {
    try {
      first?.();
    } finally {
      work();
    }
    return 0;
  }
  const start = performance.now();
  Atomics.store(words, at.Network.DONE, 0);
  countUp(words, at.Network.ROUND);
  const woken = performance.now();
  let done = woken;
  try {
    first?.();
  } finally {
    work();
    done = performance.now();
    awaitHelpers(words, helpers, wait);
  }
  return woken - start + (performance.now() - done);
}

function awaitHelpers(words: Int32Array, helpers: number, wait: number): void {
  let waits = 0;
  for (let done = 0; done < helpers; done = Atomics.load(words, at.Network.DONE)) {
    if (awaitChange(words, at.Network.DONE, done, wait)) waits = 0;
    else if (++waits === WAITS)
      throw new ThreadsLostError('A thread of the CPU engine does not answer any more.');
  }
  if (Atomics.load(words, at.Network.FAILED) === 1)
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
