/** What learning wants of every spike of one sample: its temporal error dE/dt, and where that is no true derivative. */
import { SLOPE_FLOOR } from './backpropagate';
import type { LossSettings } from './loss';
import type { NetworkSpec } from './network';
import { backward, forwardVolley } from './step';
import type { Volley } from './volley';

export interface SpikeErrors {
  /** E of the sample. */
  loss: number;
  /** [layers, input first] arrays of [neurons]: dE/dt; positive: should spike earlier. 0 where not causal or silent. */
  deltas: Float64Array[];
  /** [layers, input first] the largest magnitude; 0 where nothing is asked. */
  largest: number[];
  /** [layers, input first] neurons with an error whose slope at the spike is below the floor: the error is cut short there. */
  floored: Set<number>[];
  /** Silent outputs that should have fired: their weights are pushed up. */
  pushed: number[];
}

/**
 * @param weights a [postsynaptic, presynaptic] array a layer
 * @param target the class that should win: the label, or any other ("what would make class c win")
 */
export function spikeErrors(
  spec: NetworkSpec,
  weights: ArrayLike<number>[],
  input: Volley,
  target: number,
  settings: LossSettings,
): SpikeErrors {
  const pass = forwardVolley(spec, weights, input);
  const { loss, deltas } = backward(spec, weights, pass, target, settings);
  const output = deltas[deltas.length - 1]!;
  const times = pass.layers[pass.layers.length - 1]!.volley.times;
  const pushed = [...output.keys()].filter((c) => output[c]! > 0 && times[c] === Infinity);
  const floored = deltas.map((delta, layer) => {
    const trace = pass.layers[layer - 1];
    return new Set(
      trace
        ? [...delta.keys()].filter(
            (j) =>
              delta[j] !== 0 && trace.volley.times[j]! < Infinity && trace.slope[j]! < SLOPE_FLOOR,
          )
        : [],
    );
  });
  const largest = deltas.map((delta) =>
    delta.reduce((most, value) => Math.max(most, Math.abs(value)), 0),
  );
  return { loss, deltas, largest, floored, pushed };
}
