/** How volleys and traces lie on the GPU: neurons in fours, side by side. */
import { emitsOne, type NetworkSpec } from '../../../model/network';

/** Time of a silent neuron on the GPU, where infinities cannot be relied on. */
export const NEVER = Math.fround(1e30);

/** A time on the GPU in the model's terms: silence is Infinity. */
export function timeOf(value: number): number {
  return value >= NEVER ? Infinity : value;
}

/** Neurons in fours, as every kernel takes them. */
export function quadsOf(neurons: number): number {
  return Math.ceil(neurons / 4);
}

/** Floats of 4 input neurons: their times, and where these are whole trains' their multiplicities. */
export function inputQuad(spec: Pick<NetworkSpec, 'coding'>): number {
  return emitsOne(spec) ? 4 : 8;
}

/** Floats of 4 neurons of a later layer: time, slope, gain. */
export const TRACE_QUAD = 12;
