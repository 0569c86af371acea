/** All spikes in order of time: what a raster shows to the eye, for those who read or hear it. */
import type { SampleRun } from '../../engine/engine';
import { isSameNeuron, type NeuronRef } from '../../session/stimulus/playback';
import type { Causes } from '../scene/explain-scene';

export interface Spike extends NeuronRef {
  time: number;
  /** Of a train; 1 of a single spike. */
  multiplicity: number;
}

/** Which spikes are listed. */
export interface Listed {
  /** Of one layer alone; null: of all. */
  layer: number | null;
  /** Only what has a part in this neuron's spike, and that spike; null: all. */
  of: { neuron: NeuronRef; causes: Causes } | null;
}

/** Rows shown at a time: a table of thousands of rows takes long to lay out, and longer to be read from. */
export const PAGE = 100;

/** Ascending in time; those of one moment by layer and neuron. */
export function spikeList(run: SampleRun, { layer: only, of }: Listed): Spike[] {
  const list: Spike[] = [];
  run.layers.forEach(({ times, multiplicity }, layer) => {
    if (only !== null && layer !== only) return;
    times.forEach((time, neuron) => {
      if (!(time < Infinity) || (of && !hasPart(of, { layer, neuron }))) return;
      list.push({ layer, neuron, time, multiplicity: multiplicity[neuron]! });
    });
  });
  return list.sort((a, b) => a.time - b.time || a.layer - b.layer || a.neuron - b.neuron);
}

function hasPart(of: NonNullable<Listed['of']>, ref: NeuronRef): boolean {
  return isSameNeuron(of.neuron, ref) || (of.causes.parts[ref.layer]?.[ref.neuron] ?? 0) !== 0;
}

/** The rows of the latest moment up to t: the first of them, and how many; none before the first spike. */
export function rowsAt(list: readonly Spike[], t: number): { first: number; count: number } {
  const end = list.findIndex(({ time }) => time > t);
  const last = (end < 0 ? list.length : end) - 1;
  if (last < 0) return { first: 0, count: 0 };
  let first = last;
  while (first > 0 && list[first - 1]!.time === list[last]!.time) first--;
  return { first, count: last - first + 1 };
}

/** The rows shown together with row `at`: [from, to). */
export function pageAt(at: number, total: number): { from: number; to: number } {
  const from = Math.floor(Math.max(0, at) / PAGE) * PAGE;
  return { from, to: Math.min(total, from + PAGE) };
}
