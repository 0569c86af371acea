/** Runs kept: what each was, how it went, and what was changed against the one before. Pure list logic. */
import { sameData } from '../data/data-id';
import type { Evaluation } from '../../engine/engine';
import {
  classCount,
  layerNames,
  networkName,
  weightCount,
  type NetworkSpec,
} from '../../model/network';
import type { TrainingSettings } from '../../model/training';
import type { NormPoint } from '../network/norms';
import type { CurvePoint } from '../training/series';
import type { TestPoint } from '../training/training-state';
import { formatPercent } from '../../words/numbers';

/** What a run came to, on the whole test set. */
export type FinalFigures = Pick<
  Evaluation,
  'images' | 'loss' | 'decisionTime' | 'synapticOperations' | 'spikesPerImage' | 'noOutputSpike'
>;

export interface Run {
  /** Milliseconds since 1970 when it was first kept; runs of other tabs differ. */
  id: number;
  name: string;
  /** By whom it was trained: on the page by hand, or as a point of a sweep. */
  from: 'page' | 'sweep';
  /** The data set (data-id.ts); runs kept by earlier versions say its name alone. */
  data: string;
  spec: NetworkSpec;
  settings: TrainingSettings;
  step: number;
  epochSteps: number;
  curve: CurvePoint[];
  tests: TestPoint[];
  /** Norms of weights and errors along it; runs kept by earlier versions have none. */
  norms?: NormPoint[];
  /** What it was tested with it had learned from (data/tested.ts); absent where it had not, and in runs kept by earlier versions. */
  known?: true;
  /** On the test set, [0, 1]; null when it was never evaluated. */
  accuracy: number | null;
  /** null when it was never evaluated. */
  figures: FinalFigures | null;
  end: 'plan' | 'stopped' | 'not-finite';
  /** [postsynaptic * presynaptic] a layer; null when they are in storage alone, or given up for room. */
  weights: Float32Array<ArrayBuffer>[] | null;
  /** Whether its weights are in storage. */
  stored: boolean;
  /** Steps of the moments kept in storage for its replay; absent where there are none. */
  moments?: number[];
}

/** How many runs are kept; the oldest goes first. */
export const MOST_RUNS = 100;
/** How many weights all runs keep in memory (64 MB); beyond, those of the oldest are in storage alone. */
export const MOST_WEIGHTS = 1.6e7;
/** A run stopped within so few steps, and before the end of its first epoch, is not kept. */
const FEWEST_STEPS = 20;

/** Whether a run says enough to be kept. */
export function worthKeeping({ step, epochSteps }: Pick<Run, 'step' | 'epochSteps'>): boolean {
  return step >= FEWEST_STEPS || (epochSteps > 0 && step >= epochSteps);
}

const size = (run: Run) => run.weights?.reduce((sum, w) => sum + w.length, 0) ?? 0;

/** Whether the weights of a run can be brought back. */
export const restorable = ({ weights, stored }: Pick<Run, 'weights' | 'stored'>) =>
  weights !== null || stored;

/** What is kept of an evaluation. */
export function finalFigures(evaluation: Evaluation): FinalFigures {
  const { images, loss, decisionTime, synapticOperations, spikesPerImage, noOutputSpike } =
    evaluation;
  return { images, loss, decisionTime, synapticOperations, spikesPerImage, noOutputSpike };
}

/** The list with `run` in it, in place of the one with its id; the oldest give way. */
export function keep(runs: Run[], run: Run): Run[] {
  const known = runs.some((r) => r.id === run.id);
  const list = known ? runs.map((r) => (r.id === run.id ? run : r)) : [...runs, run];
  let room = MOST_WEIGHTS;
  return list
    .slice(-MOST_RUNS)
    .toReversed()
    .map((r) => {
      room -= size(r);
      return room >= 0 || r.id === run.id ? r : { ...r, weights: null };
    })
    .toReversed();
}

/** "784-128-10", and "k = 2" where patches are packed. */
export function runName(spec: NetworkSpec): string {
  const { kernel, stride } = spec.coding;
  if (kernel === 1) return networkName(spec);
  return `${networkName(spec)}, k = ${kernel}${stride === kernel ? '' : `, s = ${stride}`}`;
}

/** `name`, numbered where a run already has it. */
export function freeName(name: string, runs: Pick<Run, 'name'>[]): string {
  const taken = new Set(runs.map((r) => r.name));
  let free = name;
  for (let n = 2; taken.has(free); n++) free = `${name} (${n})`;
  return free;
}

/** A number rounded as people compare it. */
const short = (value: number) =>
  value !== 0 && Math.abs(value) < 1e-4
    ? value.toExponential().replace(/(\.\d)\d+/, '$1')
    : String(Number(value.toPrecision(4)));

/** What a run changed against the one before, each as "learning rate 0.001 → 0.002"; empty when nothing. */
export function changes(
  before: Pick<Run, 'spec' | 'settings'>,
  after: Pick<Run, 'spec' | 'settings'>,
): string[] {
  const list: string[] = [];
  const say = (label: string, a: string | number, b: string | number) => {
    if (a === b) return;
    const text = (v: string | number) => (typeof v === 'number' ? short(v) : v);
    list.push(`${label} ${text(a)} → ${text(b)}`);
  };
  const { spec: a, settings: s } = before;
  const { spec: b, settings: t } = after;
  const hidden = (spec: NetworkSpec) => layerNames(spec).slice(0, -1).join('-') || 'none';
  say('image', `${a.input.width} × ${a.input.height}`, `${b.input.width} × ${b.input.height}`);
  say('hidden', hidden(a), hidden(b));
  say('classes', classCount(a), classCount(b));
  say('k', a.coding.kernel, b.coding.kernel);
  // At k = 1 there is only one stride and no train to speak of.
  if (b.coding.kernel > 1) {
    say('stride', a.coding.stride, b.coding.stride);
    say('train', a.coding.train, b.coding.train);
  }
  say('polarity', a.coding.polarity ?? 'ink', b.coding.polarity ?? 'ink');
  say('response', a.response, b.response);
  say('threshold', a.threshold, b.threshold);
  say('deadline', a.deadline, b.deadline);
  say('cut', a.input.cut, b.input.cut);
  say('learning rate', s.learningRate, t.learningRate);
  say('loss', s.loss, t.loss);
  if (t.loss === 'heuristic') say('margin', s.margin, t.margin);
  else say('temperature', s.temperature, t.temperature);
  say('optimiser', s.optimizer, t.optimizer);
  say('batch', s.batch, t.batch);
  say('epochs', s.epochs, t.epochs);
  say('distortion', s.distort, t.distort);
  say('average', s.ema, t.ema);
  say('seed', s.seed, t.seed);
  return list;
}

/**
 * The sentence that compares the best run with fewer weights to the best of all; null where there is none to tell of.
 * @param data the data set; runs on others are of no account
 */
export function saving(
  runs: readonly Pick<Run, 'spec' | 'accuracy' | 'data'>[],
  data: string,
): string | null {
  const weights = ({ spec }: Pick<Run, 'spec'>) => weightCount(spec);
  const scored = runs.flatMap(({ spec, accuracy, data: of }) =>
    accuracy && sameData(of, data) ? [{ spec, accuracy }] : [],
  );
  const best = scored.toSorted((a, b) => b.accuracy - a.accuracy)[0];
  if (!best) return null;
  const smaller = scored
    .filter((r) => weights(r) < 0.75 * weights(best))
    .toSorted((a, b) => b.accuracy - a.accuracy)[0];
  if (!smaller || smaller.accuracy < 0.5 * best.accuracy) return null;
  const share = (x: number) => formatPercent(x, 1);
  return (
    `${runName(smaller.spec)} keeps ${share(smaller.accuracy / best.accuracy)} of the best accuracy ` +
    `with ${share(weights(smaller) / weights(best))} of the weights.`
  );
}
