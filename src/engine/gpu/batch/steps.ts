/** The Steps of a submit, and their numbers for the shaders. */
import { ADAM } from '../../../model/optimizer';
import { STEP } from '../device/step';
import { writeStruct } from '../device/struct';
import type { TrainingSettings } from '../../../model/training';

/** Where a step's samples are, and how far it goes. */
export interface StepPlan {
  /** Slot, and record, of its first sample. */
  first: number;
  samples: number;
  /** Steps made before it. */
  step: number;
  rate: number;
  /** Decay of the running average; undefined where none is kept, 0 where it starts. */
  decay?: number;
}

/** [plans + 1] Steps: the chunk itself, then each step. */
export function stepBytes(settings: TrainingSettings, plans: StepPlan[]): ArrayBuffer {
  const bytes = new ArrayBuffer((plans.length + 1) * STEP.size);
  const view = new DataView(bytes);
  const samples = plans.reduce((sum, plan) => sum + plan.samples, 0);
  writeStruct(view, 0, STEP, { samples, steps: plans.length });
  plans.forEach((plan, n) => {
    writeStruct(view, (n + 1) * STEP.size, STEP, {
      first: plan.first,
      samples: plan.samples,
      row: plan.first,
      steps: plans.length,
      rate: plan.rate,
      correct1: 1 / (1 - ADAM.beta1 ** (plan.step + 1)),
      correct2: 1 / (1 - ADAM.beta2 ** (plan.step + 1)),
      decay: plan.decay ?? 0,
      heuristic: settings.loss === 'heuristic' ? 1 : 0,
      margin: settings.margin,
      temperature: settings.temperature,
    });
  });
  return bytes;
}
