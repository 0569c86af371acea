/** Reports of training steps, handed out in batches: a step may take a millisecond, and a page needs about 12 looks a second. */
import type { StepReport } from '../engine';

/** Milliseconds between two batches of reports. */
export const REPORT_INTERVAL = 80;

/** What one step gave: means over its images, as in StepReport. */
export interface StepMeans {
  loss: number;
  accuracy: number;
  /** [layers, input first] neurons that spike, an image. */
  spikes: number[];
  /** NaN when no image had an output spike. */
  decisionTime: number;
}

export interface Reporter {
  /** One step is made. `step` counts the steps made, this one included. */
  add(step: number, images: number, means: StepMeans, learningRate: number): void;
  /** Hands out what is left. */
  flush(): void;
}

/**
 * @param onReports gets the reports of the steps since its last call, each with the speed measured over them all
 * @param now a clock in milliseconds
 */
export function createReporter(
  onReports: (reports: StepReport[]) => void,
  now: () => number = () => performance.now(),
): Reporter {
  let pending: StepReport[] = [];
  let images = 0;
  let last = now();
  const flush = (): void => {
    if (pending.length === 0) return;
    const time = now();
    const rate = (images * 1000) / Math.max(time - last, 1e-3);
    const reports = pending;
    for (const report of reports) report.imagesPerSecond = rate;
    pending = [];
    images = 0;
    last = time;
    onReports(reports);
  };
  return {
    add(step, count, means, learningRate) {
      pending.push({ step, steps: 1, ...means, learningRate, imagesPerSecond: 0 });
      images += count;
      if (now() - last >= REPORT_INTERVAL) flush();
    },
    flush,
  };
}
