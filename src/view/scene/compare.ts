/** What the spikes are compared with: the network at an earlier epoch or on a clock, a pinned sample, or the nearest of the other fate. */
import { imageAt, sameSize, single, slice, type Images, type ImageSet } from '../../data/image-set';
import type { Evaluation, SampleRun } from '../../engine/engine';
import { runFrom } from '../../engine/shared/layer-spikes';
import { encode } from '../../model/encode';
import { className } from '../../model/class-names';
import type { NetworkSpec } from '../../model/network';
import { forwardVolley } from '../../model/step';
import type { Volley } from '../../model/volley';
import { epochName, type EpochWeights } from '../../session/training/epochs';
import type { Session } from '../../session/session';
import { labelWords } from '../words/label-words';
import { sampleName, stimulusName } from '../words/stimulus-name';
import type { Weights } from './scene';
import type { ViewState } from '../view-state';
import { GHOSTS, type Compare, type GhostMode } from './comparison';
import { formatShift, formatTime } from '../../words/numbers';

/** An input's way through a network, by the model itself. */
export function runVolley(spec: NetworkSpec, weights: Weights, input: Volley): SampleRun {
  return runFrom(forwardVolley(spec, weights, input));
}

/** An image's way; null where it is not of the network's size. */
export function runImage(spec: NetworkSpec, weights: Weights, image: Images): SampleRun | null {
  if (!sameSize(image, spec.input)) return null;
  return runVolley(spec, weights, encode(spec, imageAt(image, 0)));
}

/**
 * The most similar test image of the same class whose fate is the other: read right where this one is misread, misread where
 * it is read right; null where there is none.
 */
export function findCounterpart(
  set: ImageSet,
  { answers }: Pick<Evaluation, 'answers'>,
  index: number,
): number | null {
  const label = set.labels[index]!;
  const wanted = answers[index] !== label;
  const size = set.width * set.height;
  const { images } = set;
  let best: number | null = null;
  let least = Infinity;
  for (let n = 0; n < set.count; n++) {
    if (n === index || set.labels[n] !== label || (answers[n] === label) !== wanted) continue;
    let distance = 0;
    for (let p = 0; p < size && distance < least; p++) {
      distance += (images[n * size + p]! - images[index * size + p]!) ** 2;
    }
    if (distance < least) {
      least = distance;
      best = n;
    }
  }
  return best;
}

export interface Counterpart {
  image: Images;
  /** "test image 13 (a 4, read as 9)". */
  name: string;
}

/** The counterpart of the sample on show; null for a drawing, and while the test set is not evaluated. */
export function counterpartOf(
  spec: Pick<NetworkSpec, 'classNames' | 'layers'>,
  set: ImageSet | null,
  evaluation: Evaluation | null,
  index: number | null,
): Counterpart | null {
  if (!set || !evaluation || index === null || evaluation.answers.length !== set.count) return null;
  const other = findCounterpart(set, evaluation, index);
  if (other === null) return null;
  const label = set.labels[other]!;
  const answer = evaluation.answers[other]!;
  const fate =
    answer === label
      ? 'read right'
      : answer === 255
        ? 'not read'
        : `read as ${className(spec, answer)}`;
  return {
    image: slice(set, other, other + 1),
    name: `${sampleName(set, 'test', other)} (${labelWords(spec, label)}, ${fate})`,
  };
}

/** What can be chosen as ghost, with the epochs there are. */
export function ghostOptions(
  epochs: readonly EpochWeights[],
  compare: Compare | null,
): { value: string; label: string }[] {
  return [
    ...GHOSTS,
    ...epochs.map((epoch) => ({
      value: `epoch ${epoch.step}`,
      label: `ghost: ${epochName(epoch)}`,
    })),
    ...(compare?.kind === 'pinned'
      ? [{ value: 'pinned', label: `ghost: ${compare.name}` }]
      : [{ value: 'pin', label: 'ghost: pin this sample' }]),
    { value: 'counterpart', label: 'ghost: right against misread' },
    { value: 'stepped', label: 'ghost: time steps' },
  ];
}

/** The value of `ghostOptions` that is chosen. */
export function ghostValue({ ghost, compare }: Pick<ViewState, 'ghost' | 'compare'>): string {
  if (!compare) return ghost;
  return compare.kind === 'epoch' ? `epoch ${compare.step}` : compare.kind;
}

/** Chooses a ghost; pinning takes the sample or drawing on show. */
export function chooseGhost(session: Session, value: string): Partial<ViewState> {
  if (value === 'pin') {
    const stimulus = session.stimulus.store.getState();
    const { kind, sample } = stimulus;
    const image = single(stimulus, stimulus.image);
    const { id: data } = session.data.store.getState();
    const place =
      kind === 'sample' && sample ? { data, role: sample.role, index: sample.index } : null;
    return { compare: { kind: 'pinned', image, name: stimulusName(session), sample: place } };
  }
  if (value === 'pinned') return {};
  if (value === 'counterpart') return { compare: { kind: 'counterpart' } };
  if (value === 'stepped') return { compare: { kind: 'stepped', dt: 0.01 } };
  if (value.startsWith('epoch ')) {
    return { compare: { kind: 'epoch', step: Number(value.slice(6)) } };
  }
  return { ghost: value as GhostMode, compare: null };
}

export interface LayerShift {
  earlier: number;
  later: number;
  /** Spikes that the ghost has not, and that only it has. */
  appeared: number;
  gone: number;
}

/** Differences below it are rounding: an engine works in float32. */
const SAME = 2e-6;

export function layerShift(now: ArrayLike<number>, before: ArrayLike<number>): LayerShift {
  const shift = { earlier: 0, later: 0, appeared: 0, gone: 0 };
  for (let i = 0; i < now.length; i++) {
    const [a, b] = [before[i]!, now[i]!];
    if (a === b) continue;
    if (a === Infinity) shift.appeared++;
    else if (b === Infinity) shift.gone++;
    else if (b < a - SAME) shift.earlier++;
    else if (b > a + SAME) shift.later++;
  }
  return shift;
}

/** "12 earlier, 3 later, 1 new, 2 gone"; "unchanged". */
export function layerShiftWords({ earlier, later, appeared, gone }: LayerShift): string {
  const parts = [
    earlier && `${earlier} earlier`,
    later && `${later} later`,
    appeared && `${appeared} new`,
    gone && `${gone} gone`,
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(', ') : 'unchanged';
}

/** The same in signs, for the eye: "←12 →3 +1 −2". */
export function layerShiftSigns({ earlier, later, appeared, gone }: LayerShift): string {
  return [
    earlier && `←${earlier}`,
    later && `→${later}`,
    appeared && `+${appeared}`,
    gone && `−${gone}`,
  ]
    .filter(Boolean)
    .join(' ');
}

/** One neuron against the ghost: "ghost at 0.912: +0.034", "ghost silent". */
export function shiftWords(now: number, before: number): string {
  if (before === Infinity) return now === Infinity ? 'ghost silent too' : 'ghost silent';
  const at = `ghost at ${formatTime(before)}`;
  if (now === Infinity) return at;
  const shift = now - before;
  if (Math.abs(shift) <= SAME) return `${at}: no shift`;
  return `${at}: ${formatShift(shift)}`;
}
