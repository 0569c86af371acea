/** The network and run on the page as they are kept between visits: all that is needed to go on, bit for bit on the same engine. */
import type { Network, Snapshot } from '../../engine/engine';
import { networkName } from '../../model/network';
import { said } from '../../model/said';
import { secondMomentFault } from '../../model/sound';
import type { Origin } from '../network/network';
import {
  curveOf,
  date,
  flag,
  layersOf,
  network,
  normsOf,
  oneOf,
  orElse,
  origin,
  orNull,
  readStored,
  record,
  settings,
  share,
  step,
  tests,
  text,
  type Stored,
} from './stored';
import type { TrainingState } from '../training/training-state';
import { formatCount, formatPercent, plural } from '../../words/numbers';

/** Goes up when the form changes: what a newer version has saved is left alone. */
const NEWEST = 2;

/** What an untrained network is kept as: it has no optimiser state yet. */
export type KeptNetwork = Snapshot | (Network & { step: 0; first?: undefined });

export interface SavedRun {
  /** 2 only for a network without optimiser state, which older pages do not know. */
  format: 1 | 2;
  /** Milliseconds since 1970. */
  savedAt: number;
  /** Whether it was training, so that going on means training on. */
  running: boolean;
  snapshot: KeptNetwork;
  origin: Origin;
  training: Pick<TrainingState, 'settings' | 'curve' | 'tests' | 'norms' | 'testAccuracy' | 'end'>;
  /** The data set (data-id.ts); runs saved by earlier versions say its name alone. */
  data: string;
  /** The page as a link says it: drawing, selection and view come back as well. */
  link: string;
  /** The tab that it was on the page of, which finds it again after a reload. */
  tab?: string;
}

/** What is kept of a snapshot: an untrained network's optimiser state is nothing but zeros. */
export function keptNetwork({ spec, weights, ...rest }: Snapshot): KeptNetwork {
  return rest.step > 0 ? { spec, weights, ...rest } : { spec, weights, step: 0 };
}

export const formatOf = ({ first }: KeptNetwork): SavedRun['format'] => (first ? 1 : 2);

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

function snapshotOf(value: unknown): KeptNetwork {
  const { spec, step: made } = record({ spec: network, step })(value);
  const weights = layersOf(spec);
  if (made === 0) return { spec, step: 0, weights: record({ weights })(value).weights };
  const { average, ...rest } = record({
    weights,
    first: weights,
    second: layersOf(spec, secondMomentFault),
    average: orElse(weights, undefined),
  })(value);
  return { spec, step: made, ...rest, ...(average && { average }) };
}

/** What lies in storage as a run that was saved. */
export function readSavedRun(value: unknown): Stored<SavedRun> {
  return readStored(value, NEWEST, (fields) => {
    const snapshot = snapshotOf(fields.snapshot);
    const { spec } = snapshot;
    const training = record<SavedRun['training']>({
      settings,
      curve: curveOf(spec),
      tests,
      norms: normsOf(spec),
      testAccuracy: orNull(share),
      end: oneOf('steps', 'plan', 'stopped', 'not-finite', null),
    })(fields.training);
    const { tab, ...rest } = record({
      savedAt: date,
      running: flag,
      origin,
      data: text,
      link: text,
      tab: orElse(text, undefined),
    })(fields);
    return { format: formatOf(snapshot), snapshot, training, ...rest, ...(tab && { tab }) };
  });
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
export function describeRun(
  { snapshot, training, origin, savedAt }: SavedRun,
  now: number,
): string {
  const name = networkName(snapshot.spec);
  const { testAccuracy, end } = training;
  const tested = training.tests[training.tests.length - 1]?.step ?? snapshot.step;
  const when = tested === snapshot.step ? '' : ` at step ${formatCount(tested)}`;
  const accuracy =
    testAccuracy === null ? '' : ` (${formatPercent(testAccuracy, 1)} on the test${when})`;
  const which =
    snapshot.step === 0
      ? `A network ${name} from ${said(origin.name)}`
      : end === 'plan'
        ? `A finished run of ${name}`
        : `An unfinished run at step ${formatCount(snapshot.step)} of ${name}`;
  return `${which}${accuracy} was saved ${ago(now - savedAt)}.`;
}
