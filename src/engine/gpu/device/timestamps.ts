/** When passes begin and end, by the GPU's own clock. */
import { readBack, USAGE } from './buffers';

/** Of one pass, in milliseconds since the first one began. */
export interface Span {
  begin: number;
  end: number;
}

export interface Timestamps {
  /** What the next pass is to write. */
  next(): GPUComputePassTimestampWrites;
  /** Puts what the passes since the last `reset` wrote where `read` finds it. */
  resolve(encoder: GPUCommandEncoder): void;
  /** When every pass that was resolved ran. */
  read(): Promise<Span[]>;
  reset(): void;
}

/**
 * @param most passes between two resets at most
 * @throws where the device lacks the feature `timestamp-query`
 */
export function createTimestamps(device: GPUDevice, most: number): Timestamps {
  const querySet = device.createQuerySet({
    label: 'Timestamps.queries',
    type: 'timestamp',
    count: 2 * most,
  });
  const times = device.createBuffer({
    label: 'Timestamps.times',
    size: 2 * most * 8,
    usage: USAGE.QUERY_RESOLVE | USAGE.COPY_SRC,
  });
  let passes = 0;
  return {
    next() {
      const n = passes++;
      return { querySet, beginningOfPassWriteIndex: 2 * n, endOfPassWriteIndex: 2 * n + 1 };
    },
    resolve(encoder) {
      encoder.resolveQuerySet(querySet, 0, 2 * passes, times, 0);
    },
    async read() {
      const part = { buffer: times, size: passes * 16 };
      const [bytes] = await readBack(device, 'Timestamps.readback', [part]);
      const stamps = new BigInt64Array(bytes!);
      const since = (stamp: bigint): number => Number(stamp - stamps[0]!) / 1e6;
      return Array.from({ length: passes }, (_, n) => ({
        begin: since(stamps[2 * n]!),
        end: since(stamps[2 * n + 1]!),
      }));
    },
    reset() {
      passes = 0;
    },
  };
}
