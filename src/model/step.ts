/** The whole way through a network, one sample or one batch at a time: the reference every engine is held to. */
import { backpropagateLayer, propagateLayer } from './layer-step';
import { layerPlans } from './layers';
import { encode } from './encode';
import { outputError, type LossResult, type LossSettings } from './loss';
import { layerCount, layerDeadline, type NetworkSpec } from './network';
import type { LayerSettings, LayerTrace } from './propagate';
import { readout, type Readout } from './readout';
import type { Volley } from './volley';

export interface Forward {
  input: Volley;
  /** A trace a layer after the input. */
  layers: LayerTrace[];
  answer: Readout;
}

export function layerSettings(spec: NetworkSpec, layer: number): LayerSettings {
  return {
    response: spec.response,
    threshold: spec.threshold,
    deadline: layerDeadline(spec, layer),
  };
}

/** Image to answer. @param weights a [postsynaptic, presynaptic] array a layer (see `LayerPlan.weights`) */
export function forward(
  spec: NetworkSpec,
  weights: ArrayLike<number>[],
  image: Uint8Array,
): Forward {
  return forwardVolley(spec, weights, encode(spec, image));
}

/**
 * What happens to a layer's spikes after they are computed and before they are handed on (imprecise hardware).
 * @param layer 1-based
 */
export type HandOn = (trace: LayerTrace, layer: number, presynaptic: Volley) => LayerTrace;

/** The same from an input volley (an edited one, say). @param handOn by default spikes are handed on as they are */
export function forwardVolley(
  spec: NetworkSpec,
  weights: ArrayLike<number>[],
  input: Volley,
  handOn: HandOn = (trace) => trace,
): Forward {
  const layers: LayerTrace[] = [];
  let volley = input;
  layerPlans(spec).forEach((plan, l) => {
    const own = propagateLayer(plan, volley, weights[l]!, layerSettings(spec, l + 1));
    const trace = handOn(own, l + 1, volley);
    layers.push(trace);
    volley = trace.volley;
  });
  const output = layers[layers.length - 1]!;
  return {
    input,
    layers,
    answer: readout(output.volley.times, output.potential, input.order.length === 0),
  };
}

export interface Backward extends LossResult {
  /** dE/dt of every spike, the input layer first; the last is the loss's error. */
  deltas: Float64Array[];
}

/**
 * Loss and gradients of one sample, gradients ADDED to `gradients` (a [postsynaptic, presynaptic] array a layer).
 */
export function backward(
  spec: NetworkSpec,
  weights: ArrayLike<number>[],
  pass: Forward,
  target: number,
  settings: LossSettings,
  gradients?: Float64Array[],
): Backward {
  const depth = layerCount(spec);
  const plans = layerPlans(spec);
  const output = pass.layers[depth - 1]!;
  const result = outputError(output.volley.times, target, layerDeadline(spec, depth), settings);
  const deltas: Float64Array[] = [result.error];
  for (let l = depth; l >= 1; l--) {
    const presynaptic = l === 1 ? pass.input : pass.layers[l - 2]!.volley;
    deltas.unshift(
      backpropagateLayer(
        plans[l - 1]!,
        presynaptic,
        pass.layers[l - 1]!,
        weights[l - 1]!,
        deltas[0]!,
        layerSettings(spec, l),
        l === depth,
        gradients?.[l - 1],
      ),
    );
  }
  return { ...result, deltas };
}
