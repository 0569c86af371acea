/** Runs between visits: what is kept of each, and the port of the place that keeps them. */
import { parseNetwork } from '../model/validate';
import type { Shot } from './replay-track';
import type { Run } from './runs';

/** Goes up when the form changes: what another version has kept is left alone. */
export const RUN_FORMAT = 1;

/** A run without its weights, which are kept apart: fifty runs are listed without reading fifty networks. */
export type StoredRun = Omit<Run, 'weights' | 'stored'> & { format: typeof RUN_FORMAT };

/** Where runs are kept. What fails or is cut off leaves what was there. */
export interface RunStorage {
  /** All runs, in any order, without their weights. */
  list(): Promise<unknown[]>;
  weights(id: number): Promise<unknown>;
  /** The moments of its replay. */
  moments(id: number): Promise<unknown>;
  /** One write, whole or not at all; without weights or moments those already there stay. */
  put(
    run: StoredRun,
    weights: Float32Array<ArrayBuffer>[] | null,
    moments: readonly Shot[] | null,
  ): Promise<void>;
  delete(ids: readonly number[]): Promise<void>;
}

export function storedRun(run: Run): StoredRun {
  const { weights: _weights, stored: _stored, ...rest } = run;
  return { ...rest, format: RUN_FORMAT };
}

/** The run that lies in storage; null where it is none that this version can show. */
export function runFrom(value: unknown): Run | null {
  const run = value as Partial<StoredRun> | null | undefined;
  if (typeof run !== 'object' || run === null || run.format !== RUN_FORMAT) return null;
  const { id, name, curve, tests, settings } = run;
  if (typeof id !== 'number' || typeof name !== 'string' || !settings) return null;
  if (!Array.isArray(curve) || !Array.isArray(tests)) return null;
  // Kept by a version that did not have them yet.
  const { norms = [] } = run;
  try {
    const spec = parseNetwork(run.spec);
    const { format: _, ...rest } = run as StoredRun;
    return { ...rest, spec, norms, weights: null, stored: true };
  } catch {
    return null;
  }
}

/** The same run's id where a list has one that `curve` and `tests` go on from; the latest of several. */
export function sameRun(
  runs: readonly Run[],
  { spec, tests }: Pick<Run, 'spec' | 'tests'>,
): number | null {
  const first = tests[0];
  if (!first) return null;
  const shape = JSON.stringify(spec);
  const found = runs.findLast(
    (r) =>
      r.tests[0]?.step === first.step &&
      r.tests[0].loss === first.loss &&
      JSON.stringify(r.spec) === shape,
  );
  return found?.id ?? null;
}
