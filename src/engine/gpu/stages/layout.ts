/**
 * What TypeScript and the shaders agree on: structs, and the arrays' strides.
 */

import { emitsOne, type NetworkSpec } from '../../../model/network';
import { struct } from '../device/struct';

/** Time of a silent neuron on the GPU, where infinities cannot be relied on. */
export const NEVER = Math.fround(1e30);
/** Answer of a blank image. */
export const NO_ANSWER = 255;

/** How images become spikes. */
export const CODING = struct(
  {
    width: 'u32',
    columns: 'u32',
    inputs: 'u32',
    quads: 'u32',
    kernel: 'u32',
    stride: 'u32',
    phase: 'u32',
    lowest: 'u32',
    imageWords: 'u32',
    first: 'u32',
    unused1: 'u32',
    unused2: 'u32',
  },
  48,
);

/** How a volley lies: its neurons in fours, vec4s from one four to the next, and the words that say by the bit who spikes. */
export const VOLLEY = struct(
  {
    quads: 'u32',
    stride: 'u32',
    words: 'u32',
    perWord: 'u32',
  },
  16,
);

/** How a convolution's patches lie in the layer before, and how their lists and volleys lie. */
export const PATCHES = struct(
  {
    columns: 'u32',
    rows: 'u32',
    kernel: 'u32',
    stride: 'u32',
    beforeColumns: 'u32',
    cell: 'u32',
    beforeCapacity: 'u32',
    beforeStride: 'u32',
    beforeQuadStride: 'u32',
    stored: 'u32',
    capacity: 'u32',
    placeStride: 'u32',
    quadStride: 'u32',
    unused1: 'u32',
    unused2: 'u32',
    unused3: 'u32',
  },
  64,
);

/** How images are distorted: their size, and the grid of the elastic field. */
export const FIELD = struct(
  {
    width: 'u32',
    height: 'u32',
    imageWords: 'u32',
    elastic: 'u32',
    columns: 'u32',
    rows: 'u32',
    radiusAcross: 'u32',
    radiusDown: 'u32',
    strengthX: 'f32',
    strengthY: 'f32',
    unused1: 'u32',
    unused2: 'u32',
  },
  48,
);

/** One image's distortion: its generator's seeds, the numbers already drawn, and its affine map less the identity. */
export const DRAW = struct(
  {
    image: 'u32',
    a: 'u32',
    b: 'u32',
    c: 'u32',
    skip: 'u32',
    xx: 'f32',
    xy: 'f32',
    yx: 'f32',
    yy: 'f32',
    x0: 'f32',
    y0: 'f32',
    unused: 'u32',
  },
  48,
);

/** What one sample gave; `spikes` counts neurons a layer, the input first. */
export const RECORD = struct({
  loss: 'f32',
  decision: 'f32',
  answer: 'u32',
  label: 'u32',
  spikes: ['u32', 6],
  trainSpikes: 'u32',
  operations: 'u32',
});
/** Sums of one step. */
export const TALLY = struct({
  loss: 'f32',
  correct: 'u32',
  decided: 'u32',
  decision: 'f32',
  spikes: ['u32', 6],
  broken: 'u32',
});

/** Floats of 4 input neurons: their times, and where these are whole trains' their multiplicities. */
export function inputQuad(spec: Pick<NetworkSpec, 'coding'>): number {
  return emitsOne(spec) ? 4 : 8;
}

/** Floats of 4 neurons of a later layer: time, slope, gain. */
export const TRACE_QUAD = 12;

/** Neurons in fours, as every kernel takes them. */
export function quadsOf(neurons: number): number {
  return Math.ceil(neurons / 4);
}
