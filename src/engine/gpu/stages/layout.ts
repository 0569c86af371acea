/**
 * What TypeScript and the shaders agree on: every struct's fields in order (4 bytes each) and the arrays' strides. WGSL has no includes, so
 * each shader repeats the structs it uses; layout.test.ts reflects every shader and holds it to these lists.
 */

import { emitsOne, type NetworkSpec } from '../../../model/network';

/** Time of a silent neuron on the GPU, where infinities cannot be relied on. */
export const NEVER = Math.fround(1e30);
/** Answer of a blank image. */
export const NO_ANSWER = 255;

type FieldType = 'u32' | 'f32';

/** Name, type and byte offset of every field; `size` with what is left unused at the end. */
export interface Struct<Name extends string> {
  readonly fields: readonly (readonly [Name, FieldType, number])[];
  readonly size: number;
}

function struct<const Name extends string>(
  size: number,
  ...names: readonly (readonly [Name, FieldType])[]
): Struct<Name> {
  return { fields: names.map(([name, type], n) => [name, type, 4 * n] as const), size };
}

/**
 * One step, or (as number 0 of a submit) the whole chunk of steps. 256 bytes apart, as dynamic offsets demand.
 * first: slot of its first sample; row: record of its first sample; steps: of the chunk; correct1/2: Adam's bias corrections.
 */
export const STEP = struct(
  256,
  ['first', 'u32'],
  ['samples', 'u32'],
  ['row', 'u32'],
  ['steps', 'u32'],
  ['rate', 'f32'],
  ['correct1', 'f32'],
  ['correct2', 'f32'],
  ['decay', 'f32'],
  ['adam', 'u32'],
  ['averaging', 'u32'],
  ['heuristic', 'u32'],
  ['margin', 'f32'],
  ['temperature', 'f32'],
);

/** One layer of weights: sizes, strides and the response's numbers. */
export const LAYER = struct(
  64,
  ['presynaptic', 'u32'],
  ['postsynaptic', 'u32'],
  ['quads', 'u32'],
  ['capacity', 'u32'],
  ['sampleStride', 'u32'],
  ['quadStride', 'u32'],
  ['allRow', 'u32'],
  ['listStride', 'u32'],
  ['stored', 'u32'],
  ['threshold', 'f32'],
  ['deadline', 'f32'],
  ['hiddenLayers', 'u32'],
  ['batch', 'u32'],
  ['inputArea', 'u32'],
  ['positions', 'u32'],
  ['shares', 'u32'],
);

/** How images become spikes. */
export const CODING = struct(
  48,
  ['width', 'u32'],
  ['columns', 'u32'],
  ['inputs', 'u32'],
  ['quads', 'u32'],
  ['kernel', 'u32'],
  ['stride', 'u32'],
  ['phase', 'u32'],
  ['lowest', 'u32'],
  ['imageWords', 'u32'],
  ['first', 'u32'],
  ['unused1', 'u32'],
  ['unused2', 'u32'],
);

/** How a volley lies: its neurons in fours, vec4s from one four to the next, and the words that say by the bit who spikes. */
export const VOLLEY = struct(
  16,
  ['quads', 'u32'],
  ['stride', 'u32'],
  ['words', 'u32'],
  ['perWord', 'u32'],
);

/** How a convolution's patches lie in the layer before, and how their lists and volleys lie. */
export const PATCHES = struct(
  64,
  ['columns', 'u32'],
  ['rows', 'u32'],
  ['kernel', 'u32'],
  ['stride', 'u32'],
  ['beforeColumns', 'u32'],
  ['cell', 'u32'],
  ['beforeCapacity', 'u32'],
  ['beforeStride', 'u32'],
  ['beforeQuadStride', 'u32'],
  ['stored', 'u32'],
  ['capacity', 'u32'],
  ['placeStride', 'u32'],
  ['quadStride', 'u32'],
  ['unused1', 'u32'],
  ['unused2', 'u32'],
  ['unused3', 'u32'],
);

/** How images are distorted: their size, and the grid of the elastic field. */
export const FIELD = struct(
  48,
  ['width', 'u32'],
  ['height', 'u32'],
  ['imageWords', 'u32'],
  ['elastic', 'u32'],
  ['columns', 'u32'],
  ['rows', 'u32'],
  ['radiusAcross', 'u32'],
  ['radiusDown', 'u32'],
  ['strengthX', 'f32'],
  ['strengthY', 'f32'],
  ['unused1', 'u32'],
  ['unused2', 'u32'],
);

/** One image's distortion: its generator's seeds, the numbers already drawn, and its affine map less the identity. */
export const DRAW = struct(
  48,
  ['image', 'u32'],
  ['a', 'u32'],
  ['b', 'u32'],
  ['c', 'u32'],
  ['skip', 'u32'],
  ['xx', 'f32'],
  ['xy', 'f32'],
  ['yx', 'f32'],
  ['yy', 'f32'],
  ['x0', 'f32'],
  ['y0', 'f32'],
  ['unused', 'u32'],
);

/** What one sample gave; `spikes` counts neurons a layer, the input first. */
export const RECORD = {
  loss: 0,
  decision: 1,
  answer: 2,
  label: 3,
  spikes: 4,
  trainSpikes: 10,
  operations: 11,
  words: 12,
} as const;
/** Sums of one step. */
export const TALLY = {
  loss: 0,
  correct: 1,
  decided: 2,
  decision: 3,
  spikes: 4,
  broken: 10,
  words: 12,
} as const;

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

/** Writes a struct's fields at `offset`; what is not given is 0. */
export function writeStruct<Name extends string>(
  to: DataView,
  offset: number,
  { fields }: Struct<Name>,
  values: Partial<Record<Name, number>>,
): void {
  for (const [name, type, at] of fields) {
    const value = values[name] ?? 0;
    if (type === 'u32') to.setUint32(offset + at, value, true);
    else to.setFloat32(offset + at, value, true);
  }
}
