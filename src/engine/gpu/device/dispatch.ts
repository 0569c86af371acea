/** One kernel over so many threads. */
import { EngineError } from '../../engine';
import type { Kernel } from './kernels';
import type { Recorder } from './recorder';
import { STEP, type StepNumber } from './step';

/** Where a stage writes its dispatches, and the step they are for. */
export interface Target {
  recorder: Recorder;
  /** Group 0: all Steps of the submit. */
  steps: GPUBindGroup;
  step: StepNumber;
  samples: number;
}

/** The Step that a pass is at: its dispatches share it, so that it need not be bound for each. */
const current = new WeakMap<GPUComputePassEncoder, Pick<Target, 'steps' | 'step'>>();

/** What every device takes in one dispatch. */
const MOST_WORKGROUPS = 65535;

/**
 * Dispatches at least `threads` threads.
 * @throws EngineError where a device need not take so many
 */
export function dispatch(
  { recorder, steps, step }: Target,
  kernel: Kernel,
  group: GPUBindGroup,
  threads: number,
): void {
  const pass = recorder.pass(kernel.name);
  pass.setPipeline(kernel.pipeline);
  const at = current.get(pass);
  if (at?.steps !== steps || at.step !== step) {
    pass.setBindGroup(0, steps, [step * STEP.size]);
    current.set(pass, { steps, step });
  }
  pass.setBindGroup(1, group);
  const workgroups = Math.ceil(threads / kernel.size);
  if (workgroups > MOST_WORKGROUPS) {
    throw new EngineError(
      'The batch is too large for WebGPU with so many neurons: choose a smaller batch or network, or the CPU engine.',
    );
  }
  pass.dispatchWorkgroups(workgroups);
}
