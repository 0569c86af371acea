/** Runs between visits: what is kept of each, and the port of the place that keeps them. */
import type { NetworkSpec } from '../../model/network';
import type { Moment } from '../../engine/engine';
import type { FinalFigures, Run } from './runs';
import {
  count,
  curveOf,
  date,
  flag,
  layersOf,
  listOf,
  measured,
  network,
  normsOf,
  oneOf,
  orElse,
  orNull,
  readOr,
  readStored,
  record,
  settings,
  share,
  step,
  tests,
  text,
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
    moments: readonly Moment[] | null,
  ): Promise<void>;
  delete(ids: readonly number[]): Promise<void>;
}

export function storedRun(run: Run): StoredRun {
  const { weights: _weights, stored: _stored, ...rest } = run;
  return { ...rest, format: RUN_FORMAT };
}

const figures = record<FinalFigures>({
  images: count,
  loss: measured,
  decisionTime: orNull(measured),
  synapticOperations: measured,
  spikesPerImage: record({ input: measured, hidden: listOf(measured), output: measured }),
  noOutputSpike: count,
});

/** What lies in storage as a run, without its weights. */
export function readRun(value: unknown): Stored<Run> {
  return readStored(value, RUN_FORMAT, (fields): Run => {
    const spec = network(fields.spec);
    const { moments, known, ...rest } = record({
      id: date,
      name: text,
      from: oneOf('page', 'sweep'),
      data: text,
      settings,
      step,
      epochSteps: count,
      curve: curveOf(spec),
      tests,
      // Kept by a version that did not have them yet.
      norms: orElse(normsOf(spec), []),
      accuracy: orNull(share),
      figures: orNull(figures),
      end: oneOf('plan', 'stopped', 'not-finite'),
      moments: orElse(listOf(step), undefined),
      known: orElse(flag, false),
    })(fields);
    return {
      ...rest,
      spec,
      weights: null,
      stored: true,
      ...(moments && { moments }),
      ...(known && { known }),
    };
  });
}

/** What lies in storage as the weights of a network; null where it is something else. */
export function weightsFrom(value: unknown, spec: NetworkSpec): Run['weights'] {
  return readOr(() => layersOf(spec)(value));
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
