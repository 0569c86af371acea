import { readFileSync } from 'node:fs';

/** Linux counts in hundredths of a second, whatever the machine. */
const TICKS = 100;

/**
 * Seconds of the processor that another process has had; Infinity where the system does not say: then the clock on the wall decides.
 *
 * @param {number} pid
 */
export function busySeconds(pid) {
  try {
    // Behind the name, which may hold anything: state, ten numbers, then the time in user and in system mode.
    const [user, system] = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
      .slice(11, 13);
    return (Number(user) + Number(system)) / TICKS;
  } catch {
    return Infinity;
  }
}
