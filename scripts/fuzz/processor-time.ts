/** Time by what the processor did for this process and its threads: the same on a busy machine as on one at rest. */
import type { After } from '../../src/files/nir/aside/read-aside';

/** Milliseconds from one look to the next. */
const EACH = 20;

/** Seconds of the processor that this process has had. */
export function processorSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** Calls back once this process has had so many seconds more. */
export const afterProcessorTime: After = (seconds, run) => {
  const end = processorSeconds() + seconds;
  const timer = setInterval(() => {
    if (processorSeconds() < end) return;
    clearInterval(timer);
    run();
  }, EACH);
  return () => clearInterval(timer);
};
