/** What the parts of the conformance tests share. */
import { DEFAULT_TRAINING, type TrainingSettings } from '../../model/training';
import type { Engine, StepReport, TrainEnd } from '../engine';

export interface ConformanceOptions {
  /** Fewer and smaller networks, for a software adapter. */
  small?: boolean;
  /** How many times the usual rounding error of float32 is allowed (exp and log of a GPU are less exact). */
  tolerance?: number;
}

export interface Context {
  /** The engine under test; every test loads what it needs into it. */
  readonly engine: Engine;
  /** A fresh one, for tests of what is not loaded yet; the caller disposes of it. */
  readonly create: () => Promise<Engine>;
  readonly small: boolean;
  readonly tolerance: number;
}

/** Settings of a test run; the seed names the order of the images. */
export function settingsOf(changes: Partial<TrainingSettings>): TrainingSettings {
  return { ...DEFAULT_TRAINING, ...changes };
}

/** Trains and gathers the reports. */
export async function trainFor(
  engine: Engine,
  steps: number,
): Promise<{ reports: StepReport[]; end: TrainEnd }> {
  const reports: StepReport[] = [];
  const end = await engine.train(steps, (batch) => reports.push(...batch));
  return { reports, end };
}

/** The bytes of arrays, for comparisons bit by bit (where 0 and -0 differ and NaN equals itself). */
export function bytesOf(layers: Float32Array[]): number[][] {
  return layers.map((layer) => Array.from(new Uint32Array(layer.slice().buffer)));
}
