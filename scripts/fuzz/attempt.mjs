import { fork } from 'node:child_process';
import { root } from '../lib/root.mjs';
import { UserError } from '../lib/stop.mjs';
import { busySeconds } from './busy-seconds.mjs';

/** Seconds of the processor without a word after which the program is taken to hang; as many on the wall go by between two looks. */
const MOST_SECONDS = 10;

/** ... and seconds on the wall, for one that waits for something: others may have the processor for long. */
const MOST_WAITING = 600;

/**
 * Tries in a process of its own what is ordered (Order in main.ts).
 *
 * @param {string} program built from main.ts
 * @param {(failure: object, at: string) => void} found called with inputs that were not answered well
 * @returns {Promise<{ memory: number; at?: object; why: string }>} the most bytes it held; the input at which it did not end by itself, and why
 * @throws {UserError} where it ended before its first input: nothing was tried
 */
export function attempt(program, order, found) {
  return new Promise((resolve, reject) => {
    const child = fork(program, [JSON.stringify(order)], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    let at;
    let done = order.writeOnly;
    let memory = 0;
    let timer;
    let hangs = false;
    let errors = '';
    child.stderr.on('data', (chunk) => (errors = (errors + chunk).slice(-4000)));
    const wait = () => {
      clearInterval(timer);
      const [begun, busy] = [performance.now(), busySeconds(child.pid)];
      timer = setInterval(() => {
        const waited = (performance.now() - begun) / 1000;
        hangs = !(busySeconds(child.pid) - busy < MOST_SECONDS && waited < MOST_WAITING);
        if (hangs) child.kill('SIGKILL');
      }, MOST_SECONDS * 1000);
    };
    child.on('message', (news) => {
      wait();
      if (news.next) at = news.next;
      else if (news.failure) found(news.failure, news.at);
      else {
        at = undefined;
        done = true;
        memory = news.done;
      }
    });
    child.on('close', (code) => {
      clearInterval(timer);
      const why = hangs ? `No answer in ${MOST_SECONDS} s.` : `The process ended: ${errors.trim()}`;
      if (at || (done && code === 0)) resolve({ memory, at, why });
      else reject(new UserError(`Nothing was tried, or written. ${why}`));
    });
    wait();
  });
}
