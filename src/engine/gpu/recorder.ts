/** How dispatches are written into an encoder: all in one pass, or, to learn what each costs, each stage in a pass with timestamps. */
import { readBack, USAGE } from './buffers';

export interface Recorder {
  /** The pass for a dispatch of this stage. */
  pass(stage: string): GPUComputePassEncoder;
  end(): void;
}

export function onePass(encoder: GPUCommandEncoder, label: string): Recorder {
  const pass = encoder.beginComputePass({ label });
  return {
    pass: () => pass,
    end() {
      pass.end();
    },
  };
}

/** GPUBufferUsage.QUERY_RESOLVE; the global is missing in Node. */
const QUERY_RESOLVE = 512;
const MOST_QUERIES = 4096;

export interface Profile {
  record(encoder: GPUCommandEncoder): Recorder;
  /** Milliseconds a stage, over everything recorded in the last submit (at most 2,048 dispatches). */
  read(): Promise<Map<string, number>>;
}

/** @throws where the device lacks the feature `timestamp-query` */
export function createProfile(device: GPUDevice): Profile {
  const queries = device.createQuerySet({
    label: 'Profile.queries',
    type: 'timestamp',
    count: MOST_QUERIES,
  });
  const times = device.createBuffer({
    label: 'Profile.times',
    size: MOST_QUERIES * 8,
    usage: QUERY_RESOLVE | USAGE.COPY_SRC,
  });
  let stages: string[] = [];
  return {
    record(encoder) {
      stages = [];
      let open: GPUComputePassEncoder | undefined;
      return {
        pass(stage) {
          open?.end();
          const n = stages.push(stage) - 1;
          open = encoder.beginComputePass({
            label: `Profile.${stage}`,
            timestampWrites: {
              querySet: queries,
              beginningOfPassWriteIndex: 2 * n,
              endOfPassWriteIndex: 2 * n + 1,
            },
          });
          return open;
        },
        end() {
          open?.end();
          encoder.resolveQuerySet(queries, 0, 2 * stages.length, times, 0);
        },
      };
    },
    async read() {
      const part = { buffer: times, size: stages.length * 16 };
      const [bytes] = await readBack(device, 'Profile.readback', [part]);
      const stamps = new BigInt64Array(bytes!);
      const sums = new Map<string, number>();
      stages.forEach((stage, n) => {
        const spent = Number(stamps[2 * n + 1]! - stamps[2 * n]!) / 1e6;
        sums.set(stage, (sums.get(stage) ?? 0) + spent);
      });
      return sums;
    },
  };
}
