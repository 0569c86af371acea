/** Runs between visits: what is kept of each, and the port of the place that keeps them. */
import type { NetworkSpec } from '../model/network';
import type { Shot } from './replay-track';
import type { Run } from './runs';
import {
  isCount,
  isCurve,
  isLayers,
  isNorms,
  isNumber,
  isSettings,
  isShare,
  isStep,
  isTests,
  isText,
  listOf,
  oneOf,
  optional,
  orNull,
  readStored,
  record,
  storedNetwork,
  type Stored,
} from './stored';

/** Goes up when the form changes: what a newer version has kept is left alone. */
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

const isFigures = record({
  images: isCount,
  loss: isNumber,
  decisionTime: orNull(isNumber),
  synapticOperations: isNumber,
  spikesPerImage: record({ input: isNumber, hidden: listOf(isNumber), output: isNumber }),
  noOutputSpike: isCount,
});

const isRun = (spec: NetworkSpec) =>
  record({
    id: Number.isFinite,
    name: isText,
    from: oneOf('page', 'sweep'),
    data: isText,
    settings: isSettings,
    step: isStep,
    epochSteps: isCount,
    curve: isCurve(spec),
    tests: isTests,
    // Kept by a version that did not have them yet.
    norms: optional(isNorms(spec)),
    accuracy: orNull(isShare),
    figures: orNull(isFigures),
    end: oneOf('plan', 'stopped', 'not-finite'),
    moments: optional(listOf(isStep)),
  });

/** What lies in storage as a run, without its weights. */
export function readRun(value: unknown): Stored<Run> {
  return readStored(value, RUN_FORMAT, (fields) => {
    const spec = storedNetwork(fields.spec);
    if (!spec || !isRun(spec)(fields)) return null;
    const { format: _, norms = [], ...rest } = fields as unknown as StoredRun;
    return { ...rest, spec, norms, weights: null, stored: true };
  });
}

/** What lies in storage as the weights of a network; null where it is something else. */
export function weightsFrom(value: unknown, spec: NetworkSpec): Run['weights'] {
  return isLayers(spec)(value) ? (value as Run['weights']) : null;
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
