/** How dispatches are written into an encoder: all in one pass, or, to learn what each costs, each stage in a pass with timestamps. */
import { createTimestamps } from './timestamps';

export interface Recorder {
  /** The pass for a dispatch of this stage. */
  pass(stage: string): GPUComputePassEncoder;
  end(): void;
}

/** @param timestampWrites where the pass's times are wanted (timestamps.ts) */
export function onePass(
  encoder: GPUCommandEncoder,
  label: string,
  timestampWrites?: GPUComputePassTimestampWrites,
): Recorder {
  const pass = encoder.beginComputePass({ label, ...(timestampWrites && { timestampWrites }) });
  return {
    pass: () => pass,
    end() {
      pass.end();
    },
  };
}

const MOST_DISPATCHES = 2048;

export interface Profile {
  record(encoder: GPUCommandEncoder): Recorder;
  /** Milliseconds a stage, over everything recorded in the last submit (at most 2,048 dispatches). */
  read(): Promise<Map<string, number>>;
}

/** @throws where the device lacks the feature `timestamp-query` */
export function createProfile(device: GPUDevice): Profile {
  const timestamps = createTimestamps(device, MOST_DISPATCHES);
  let stages: string[] = [];
  return {
    record(encoder) {
      stages = [];
      timestamps.reset();
      let open: GPUComputePassEncoder | undefined;
      return {
        pass(stage) {
          open?.end();
          stages.push(stage);
          open = encoder.beginComputePass({
            label: `Profile.${stage}`,
            timestampWrites: timestamps.next(),
          });
          return open;
        },
        end() {
          open?.end();
          timestamps.resolve(encoder);
        },
      };
    },
    async read() {
      const spans = await timestamps.read();
      const sums = new Map<string, number>();
      stages.forEach((stage, n) => {
        const { begin, end } = spans[n]!;
        sums.set(stage, (sums.get(stage) ?? 0) + end - begin);
      });
      return sums;
    },
  };
}
