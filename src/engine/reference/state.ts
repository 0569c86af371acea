/** What the reference engine trains: float64 arithmetic on a state kept in float32, so that a Snapshot loses nothing. */
import type { NetworkSpec } from '../../model/network';
import { createMoments, type Moments } from '../../model/optimizer';
import type { Network, Snapshot } from '../engine';

export interface State {
  spec: NetworkSpec;
  /** A [postsynaptic * presynaptic] array a layer; every value is a float32. */
  weights: Float64Array[];
  moments: Moments[];
  /** Running average of the weights, once the settings have asked for one. */
  average: Float64Array[] | undefined;
  /** Training steps made. */
  step: number;
}

const wide = (layers: Float32Array[]): Float64Array[] => layers.map((l) => Float64Array.from(l));

export const narrow = (layers: Float64Array[]): Float32Array<ArrayBuffer>[] =>
  layers.map((layer) => Float32Array.from(layer));

/** Rounds to float32 in place. */
export function round(values: Float64Array): void {
  for (let i = 0; i < values.length; i++) values[i] = Math.fround(values[i]!);
}

export function stateOf(network: Network | Snapshot): State {
  const snapshot = 'step' in network ? network : undefined;
  return {
    spec: structuredClone(network.spec),
    weights: wide(network.weights),
    moments: snapshot
      ? snapshot.first.map((first, l) => ({
          first: Float64Array.from(first),
          second: Float64Array.from(snapshot.second[l]!),
        }))
      : network.weights.map((layer) => createMoments(layer.length)),
    average: snapshot?.average && wide(snapshot.average),
    step: snapshot?.step ?? 0,
  };
}

export function snapshotOf(state: State): Snapshot {
  return {
    spec: structuredClone(state.spec),
    weights: narrow(state.weights),
    step: state.step,
    first: narrow(state.moments.map((m) => m.first)),
    second: narrow(state.moments.map((m) => m.second)),
    ...(state.average ? { average: narrow(state.average) } : {}),
  };
}
