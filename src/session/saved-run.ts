/** A run as it is kept between visits: all that is needed to go on, bit for bit on the same engine. */
import type { Snapshot } from '../engine/engine';
import { layerPlans } from '../model/layers';
import { networkName, type NetworkSpec } from '../model/network';
import { parseNetwork } from '../model/validate';
import type { Origin } from './network';
import type { TrainingState } from './training-state';
import { formatCount, formatPercent, plural } from '../words/numbers';

/** Goes up when the form changes: what another version has saved is left alone. */
export const FORMAT = 1;

export interface SavedRun {
  format: typeof FORMAT;
  /** Milliseconds since 1970. */
  savedAt: number;
  /** Whether it was training, so that going on means training on. */
  running: boolean;
  snapshot: Snapshot;
  origin: Origin;
  training: Pick<TrainingState, 'settings' | 'curve' | 'tests' | 'norms' | 'testAccuracy' | 'end'>;
  /** The data set (data-id.ts); runs saved by earlier versions say its name alone. */
  data: string;
  /** The page as a link says it: drawing, selection and view come back as well. */
  link: string;
}

/** The part of a run's state that its snapshot has seen. */
export function trainingUpTo(
  { settings, curve, tests, norms, end }: TrainingState,
  step: number,
): SavedRun['training'] {
  const seen = tests.filter((t) => t.step <= step);
  return {
    settings,
    curve: curve.filter((point) => point.step <= step),
    tests: seen,
    norms: norms.filter((point) => point.step <= step),
    testAccuracy: seen[seen.length - 1]?.accuracy ?? null,
    end,
  };
}

function fits(arrays: unknown, spec: NetworkSpec): boolean {
  const plans = layerPlans(spec);
  return (
    Array.isArray(arrays) &&
    arrays.length === plans.length &&
    plans.every((plan, l) => {
      const array: unknown = arrays[l];
      return array instanceof Float32Array && array.length === plan.weights;
    })
  );
}

/** Whether what lies in storage is a run that this page can go on with. */
export function isSavedRun(value: unknown): value is SavedRun {
  const run = value as Partial<SavedRun> | null | undefined;
  if (typeof run !== 'object' || run === null || run.format !== FORMAT) return false;
  const { snapshot, training } = run;
  const lists = [training?.curve, training?.tests, training?.norms];
  if (!snapshot || !lists.every(Array.isArray) || typeof run.savedAt !== 'number') return false;
  try {
    const spec = parseNetwork(snapshot.spec);
    const { weights, first, second, average } = snapshot;
    return [weights, first, second, average ?? weights].every((arrays) => fits(arrays, spec));
  } catch {
    return false;
  }
}

/** "just now", "2 minutes ago", "3 days ago". */
export function ago(milliseconds: number): string {
  const units: [name: string, seconds: number][] = [
    ['day', 86_400],
    ['hour', 3600],
    ['minute', 60],
  ];
  for (const [name, seconds] of units) {
    const count = Math.floor(milliseconds / 1000 / seconds);
    if (count >= 1) return `${plural(count, name)} ago`;
  }
  return 'just now';
}

/** What there is to go on with, in a sentence. */
export function describeRun({ snapshot, training, savedAt }: SavedRun, now: number): string {
  const name = networkName(snapshot.spec);
  const { testAccuracy, end } = training;
  const tested = training.tests[training.tests.length - 1]?.step ?? snapshot.step;
  const when = tested === snapshot.step ? '' : ` at step ${formatCount(tested)}`;
  const accuracy =
    testAccuracy === null ? '' : ` (${formatPercent(testAccuracy, 1)} on the test${when})`;
  const which =
    end === 'plan'
      ? `A finished run of ${name}`
      : `An unfinished run at step ${formatCount(snapshot.step)} of ${name}`;
  return `${which}${accuracy} was saved ${ago(now - savedAt)}.`;
}
