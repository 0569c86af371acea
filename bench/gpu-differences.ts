/**
 * What each dispatch of a step takes where a device has no timestamps: steps that end after one dispatch less are that much shorter. Weights do not change meanwhile.
 */
import { onePass, type Recorder } from '../src/engine/gpu/device/recorder';
import { createMachine } from '../src/engine/gpu/machine';
import { createTrainer } from '../src/engine/gpu/batch/training';
import type { Job } from './gpu-job';

/** Steps of a submit, and submits that are timed, of which the fastest counts. */
const STEPS = 32;
const TRIES = 5;

/** A pass that takes calls and does nothing. */
const nowhere = {
  setPipeline: () => undefined,
  setBindGroup: () => undefined,
  dispatchWorkgroups: () => undefined,
} as unknown as GPUComputePassEncoder;

/** @returns milliseconds a step, a stage */
export async function stagesByDifference({
  device,
  tuneFor,
  network,
  settings,
  train,
}: Job): Promise<Record<string, number>> {
  const machine = createMachine(device, tuneFor);
  await machine.load(network);
  const depth = machine.network!.layers.length;
  /** Stages of a step in their order, as the last submit had them. */
  const stages: string[] = [];
  let most = Infinity;

  /** Lets through the first `most` dispatches of every step, and `loss`, which sets back what the next step counts on. */
  function record(encoder: GPUCommandEncoder): Recorder {
    const recorder = onePass(encoder, 'Bench.part');
    let at = 0;
    let updates = 0;
    return {
      pass(stage) {
        const before = at === 0 && ['encode', 'noise', 'blur', 'warp'].includes(stage);
        const ordering = at === 0 && stage === 'order';
        if (before || ordering || stage === 'reduce') return recorder.pass(stage);
        stages[at++] = stage;
        const passes = at <= most || stage === 'loss';
        if (stage === 'update' && ++updates === depth) at = updates = 0;
        return passes ? recorder.pass(stage) : nowhere;
      },
      end() {
        recorder.end();
      },
    };
  }
  const trainer = createTrainer(machine, train, { record });
  await trainer.prepare(settings);

  /** Milliseconds a step that ends after so many dispatches. */
  async function time(dispatches: number): Promise<number> {
    most = dispatches;
    let least = Infinity;
    for (let n = 0; n < TRIES; n++) {
      const start = performance.now();
      trainer.submit(settings, STEPS);
      const { length } = await trainer.next();
      least = Math.min(least, (performance.now() - start) / length);
    }
    return least;
  }
  // The first submits find out how many steps suit one.
  for (let n = 0; n < 3; n++) await time(Infinity);
  const found: Record<string, number> = {};
  let before = await time(0);
  for (let n = 1; n <= stages.length; n++) {
    const now = await time(n);
    const stage = stages[n - 1]!;
    found[stage] = (found[stage] ?? 0) + now - before;
    before = now;
  }
  trainer.destroy();
  return found;
}
