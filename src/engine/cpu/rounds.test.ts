import { expect, test, vi } from 'vitest';
import { paceClock } from '../shared/clock.test-data';
import { help, lead, ThreadsLostError } from './rounds';
import * as at from './wasm/layout';

const network = (): Int32Array => new Int32Array(new SharedArrayBuffer(at.NETWORK_WORDS * 4));

test('the leader does its part, and waits until every helper has done its own', () => {
  const words = network();
  const done: string[] = [];
  lead(
    words,
    at.Job.SAMPLES,
    1,
    () => done.push('leader'),
    // The helper, on the same thread: it takes part in this round, and is called away after it.
    () => {
      const work = (): void => {
        done.push('helper');
        words[at.Network.JOB] = at.Job.END;
        Atomics.add(words, at.Network.ROUND, 1);
      };
      help(words, 0, work);
      Atomics.store(words, at.Network.DONE, 1);
    },
  );
  expect(done).toEqual(['helper', 'leader']);
});

test('a helper that breaks off is known when the round is over', () => {
  const words = network();
  const brokenOff = (): void =>
    help(words, 0, () => {
      throw new Error('unreachable');
    });
  const leading = (): number =>
    lead(
      words,
      at.Job.SAMPLES,
      1,
      () => undefined,
      () => expect(brokenOff).toThrow('unreachable'),
    );
  expect(leading).toThrow(ThreadsLostError);
  expect(leading).toThrow('A thread of the CPU engine broke off.');
});

test('helpers that do not answer are given up after some waits, not after one', () => {
  const words = network();
  const wait = vi.spyOn(Atomics, 'wait').mockReturnValue('timed-out');
  expect(() => lead(words, at.Job.SAMPLES, 1, () => undefined)).toThrow(/does not answer any more/);
  expect(wait.mock.calls.length).toBeGreaterThan(2);
});

test.each([
  ['as long as the clock says', 0.1, 8, 12],
  ['not for ever where the clock stands still', 0, 1000, Infinity],
])('a thread that waits polls before it sleeps, %s', (_, pace, least, most) => {
  const clock = paceClock(pace);
  let before = 0;
  vi.spyOn(Atomics, 'wait').mockImplementation(() => {
    before ||= clock.mock.calls.length;
    return 'timed-out';
  });
  expect(() => lead(network(), at.Job.SAMPLES, 1, () => undefined)).toThrow(ThreadsLostError);
  expect(before).toBeGreaterThanOrEqual(least);
  expect(before).toBeLessThanOrEqual(most);
});
