/** Sentences about what the rasters show: nothing is said by position or colour alone. */
import { isPointSize } from '../../data/points/point';
import type { SampleRun } from '../../engine/engine';
import { className } from '../../model/class-names';
import { layerCount, layerDeadline, type NetworkSpec } from '../../model/network';
import type { Readout } from '../../model/readout';
import type { NeuronRef } from '../../session/stimulus/playback';
import {
  formatCount,
  formatTime,
  plural,
  formatFigure,
  formatGap,
  formatNumber,
  verb,
} from '../../words/numbers';
import { layerName, neuronName, ordinal } from './names';
import { race } from './race';

/** Spikes of a layer up to and including time t. */
export function firedBy(times: ArrayLike<number>, t: number): number {
  let count = 0;
  for (let i = 0; i < times.length; i++) if (times[i]! <= t) count++;
  return count;
}

/** Neurons of a layer that spike at all. */
export function spiking(times: ArrayLike<number>): number {
  return firedBy(times, Number.MAX_VALUE);
}

/** "hidden 37 fires at 0.842, 12th of 64", "hidden 5 stays silent". */
export function spikeWords(spec: NetworkSpec, run: SampleRun, ref: NeuronRef): string {
  const { times } = run.layers[ref.layer]!;
  const t = times[ref.neuron]!;
  const name = neuronName(spec, ref);
  if (!(t < Infinity)) return `${name} stays silent`;
  let before = 0;
  for (const other of times) if (other < t) before++;
  const verb = ref.layer === 0 ? 'spikes' : 'fires';
  return `${name} ${verb} at ${formatTime(t)}, ${ordinal(before + 1)} of ${formatCount(spiking(times))}`;
}

export interface DecisionWords {
  /** "7 decides at 1.295" */
  title: string;
  /** "ahead of 3 by 0.246", "a tie with 6", ... */
  detail: string;
  /** "21 later hidden spikes were not needed"; empty where there is none. */
  rest: string;
}

/** The outcome in words, for every outcome there is. */
export function decisionWords(
  spec: NetworkSpec,
  run: SampleRun,
  answer: Readout,
  blank: boolean,
): DecisionWords {
  const { times } = run.layers[run.layers.length - 1]!;
  if (blank) {
    return {
      title: 'no input spike',
      detail: isPointSize(spec.input)
        ? 'nothing to answer: no point is set'
        : 'nothing to answer: every pixel is paper',
      rest: '',
    };
  }
  if (answer.class === null || answer.decisionTime === null) {
    const deadline = layerDeadline(spec, layerCount(spec));
    const potential = answer.guess === null ? 0 : run.potential[answer.guess]!;
    return {
      title: `no output spike by the deadline, ${deadline}`,
      detail:
        answer.guess === null
          ? ''
          : `the guess is ${className(spec, answer.guess)}: highest potential, ${formatNumber(potential, 2)} of ${spec.threshold}`,
      rest: '',
    };
  }
  const t = answer.decisionTime;
  const title = `${className(spec, answer.class)} decides at ${formatTime(t)}`;
  const rest = laterWords(spec, run, t);
  const { first, next } = race(times);
  if (answer.tie) {
    const others = first.filter((c) => c !== answer.class).map((c) => className(spec, c));
    return {
      title,
      detail: `a tie with ${others.join(' and ')}: the lowest class answers`,
      rest,
    };
  }
  if (answer.margin === null || next === null)
    return { title, detail: 'no other output fires', rest };
  return {
    title,
    detail: `ahead of ${className(spec, next)} by ${formatGap(answer.margin)}`,
    rest,
  };
}

/** While it plays, before the first output fires. */
export function raceWords(spec: NetworkSpec): string {
  return `The race is on: no ${layerName(spec, layerCount(spec))} has fired yet.`;
}

/** Hidden spikes (input spikes without hidden layers) after the decision: work that an early answer saves. */
function laterWords(spec: NetworkSpec, run: SampleRun, t: number): string {
  const depth = layerCount(spec);
  const layers = depth === 1 ? [run.layers[0]!] : run.layers.slice(1, depth);
  const later = layers.reduce((sum, { times }) => sum + spiking(times) - firedBy(times, t), 0);
  if (later === 0) return '';
  const what = plural(later, `later ${depth === 1 ? 'input' : 'hidden'} spike`);
  return `${what} ${verb(later, 'was', 'were')} not needed`;
}

/** "output deadline at 6", which is beyond the end of the axis; null where all deadlines are in sight. */
export function deadlineWords(spec: NetworkSpec, end: number): string | null {
  const depth = layerCount(spec);
  const hidden = Array.from({ length: depth }, (_, l) => layerDeadline(spec, l + 1));
  const beyond = hidden.filter((deadline) => deadline > end);
  if (beyond.length === 0) return null;
  return beyond.length === 1
    ? `${layerName(spec, hidden.indexOf(beyond[0]!) + 1)} deadline at ${beyond[0]}`
    : `deadlines at ${beyond.join(', ')}`;
}

/** A raster read out: what a screen reader hears in place of the canvas. */
export function rasterSummary(
  spec: NetworkSpec,
  run: SampleRun | null,
  layer: number,
  t: number,
): string {
  const name = layerName(spec, layer);
  if (!run) return `${name}: no spikes yet`;
  const { times } = run.layers[layer]!;
  const spikes = spiking(times);
  const silent = times.length - spikes;
  const first = times.reduce((least, time) => Math.min(least, time), Infinity);
  const span = spikes === 0 ? '' : `, the first at ${formatTime(first)}`;
  return (
    `${name}: ${formatCount(spikes)} of ${plural(times.length, 'neuron')} ${verb(spikes, 'spikes', 'spike')}${span}; ` +
    `${formatCount(silent)} silent; ${formatCount(firedBy(times, t))} fired by t = ${formatTime(t)}`
  );
}

/** "should spike earlier (dE/dt = 0.312)". */
export function errorWords(delta: number): string {
  if (delta === 0) return 'no temporal error';
  const number = `dE/dt = ${formatFigure(delta)}`;
  return `should spike ${delta > 0 ? 'earlier' : 'later'} (${number})`;
}
