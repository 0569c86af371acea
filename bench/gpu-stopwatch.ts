/** How long the GPU is in compute passes, by its own clock: two timestamps a submit, read once at the end. */
import { readBack, USAGE } from '../src/engine/gpu/buffers';
import type { Recorder } from '../src/engine/gpu/recorder';

/** GPUBufferUsage.QUERY_RESOLVE; the global is missing in Node. */
const QUERY_RESOLVE = 512;
const MOST_PASSES = 2048;

export interface Stopwatch {
  /** One pass for all of a submit's dispatches; at most 2,048 between resets. */
  record(encoder: GPUCommandEncoder): Recorder;
  /** Seconds in passes since the last reset; to be asked when all are through. */
  seconds(): Promise<number>;
  reset(): void;
}

/** @throws where the device lacks the feature `timestamp-query` */
export function createStopwatch(device: GPUDevice): Stopwatch {
  const querySet = device.createQuerySet({
    label: 'Stopwatch.queries',
    type: 'timestamp',
    count: 2 * MOST_PASSES,
  });
  const times = device.createBuffer({
    label: 'Stopwatch.times',
    size: 2 * MOST_PASSES * 8,
    usage: QUERY_RESOLVE | USAGE.COPY_SRC,
  });
  let passes = 0;
  return {
    record(encoder) {
      const pass = encoder.beginComputePass({
        label: 'Stopwatch.pass',
        timestampWrites: {
          querySet,
          beginningOfPassWriteIndex: 2 * passes,
          endOfPassWriteIndex: 2 * passes + 1,
        },
      });
      passes++;
      return {
        pass: () => pass,
        end() {
          pass.end();
        },
      };
    },
    async seconds() {
      const encoder = device.createCommandEncoder({ label: 'Stopwatch.resolve' });
      encoder.resolveQuerySet(querySet, 0, 2 * passes, times, 0);
      device.queue.submit([encoder.finish()]);
      const part = { buffer: times, size: passes * 16 };
      const [bytes] = await readBack(device, 'Stopwatch.readback', [part]);
      const stamps = new BigInt64Array(bytes!);
      let sum = 0;
      for (let n = 0; n < passes; n++) sum += Number(stamps[2 * n + 1]! - stamps[2 * n]!);
      return sum / 1e9;
    },
    reset() {
      passes = 0;
    },
  };
}
