/** Stepping through time spike by spike, and through a layer row by row. */
import type { SampleRun } from '../../engine/engine';

/** Where the cursor stands: at rest, at the decision, or at the end where there is none. */
export function cursorTime(t: number | null, decision: number | null, end: number): number {
  return t ?? decision ?? end;
}

/** All distinct spike times of all layers, ascending. */
export function spikeTimes(run: SampleRun): number[] {
  const all = new Set<number>();
  for (const { times } of run.layers) for (const t of times) if (t < Infinity) all.add(t);
  return [...all].sort((a, b) => a - b);
}

/** The next spike after t, or the last before it; null where there is none. @param times ascending */
export function nextSpike(times: number[], t: number, direction: 1 | -1): number | null {
  if (direction === 1) return times.find((time) => time > t) ?? null;
  for (let i = times.length - 1; i >= 0; i--) if (times[i]! < t) return times[i]!;
  return null;
}

/** The neuron `by` rows further down, stopping at the ends; the first row where the neuron has none. */
export function neuronBelow(
  neurons: Uint32Array,
  neuron: number | null,
  by: number,
): number | null {
  if (neurons.length === 0) return null;
  const row = neuron === null ? -1 : neurons.indexOf(neuron);
  if (row < 0) return neurons[by > 0 ? 0 : neurons.length - 1]!;
  return neurons[Math.min(neurons.length - 1, Math.max(0, row + by))]!;
}
