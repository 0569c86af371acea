/** What the stages of distorted images share: their structs, and the buffers they work on. */
import source from '../../../../shaders/parts/distortion.wgsl?raw';
import type { Part } from '../device/shader';
import { struct } from '../device/struct';

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
  },
  48,
);

/** One image's distortion: its generator's seeds, the numbers already drawn, and its affine map less the identity. */
export const DRAW = struct({
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
});

export const distortionPart: Part = { source, structs: { Field: FIELD, Draw: DRAW } };

export interface DistortionBuffers {
  /** A Field. */
  field: GPUBuffer;
  /** [slots] Draw. */
  draws: GPUBuffer;
  /** The Gaussian across, then down. */
  taps: GPUBuffer;
  /** [slots, rows, columns] vec2: the noise, and in the end the smooth field. */
  rough: GPUBuffer;
  /** The same, blurred across only. */
  half: GPUBuffer;
  /** [images, imageWords] the resident set. */
  images: GPUBuffer;
  /** [slots, imageWords] */
  warped: GPUBuffer;
  /** Of the elastic field. */
  cells: number;
  /** Words of one image. */
  imageWords: number;
}
