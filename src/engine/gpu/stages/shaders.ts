/** The kernels' sources and what each binds: one place that knows both sides. */
import backpropagate from '../../../../shaders/backpropagate.wgsl?raw';
import encode from '../../../../shaders/encode.wgsl?raw';
import expand from '../../../../shaders/expand.wgsl?raw';
import gradient from '../../../../shaders/gradient.wgsl?raw';
import hear from '../../../../shaders/hear.wgsl?raw';
import loss from '../../../../shaders/loss.wgsl?raw';
import noise from '../../../../shaders/noise.wgsl?raw';
import operations from '../../../../shaders/operations.wgsl?raw';
import order from '../../../../shaders/order.wgsl?raw';
import distortion from '../../../../shaders/parts/distortion.wgsl?raw';
import earlier from '../../../../shaders/parts/earlier.wgsl?raw';
import layer from '../../../../shaders/parts/layer.wgsl?raw';
import patches from '../../../../shaders/parts/patches.wgsl?raw';
import silence from '../../../../shaders/parts/silence.wgsl?raw';
import step from '../../../../shaders/parts/step.wgsl?raw';
import potential from '../../../../shaders/potential.wgsl?raw';
import propagate from '../../../../shaders/propagate.wgsl?raw';
import rank from '../../../../shaders/rank.wgsl?raw';
import soften from '../../../../shaders/soften.wgsl?raw';
import tally from '../../../../shaders/tally.wgsl?raw';
import update from '../../../../shaders/update.wgsl?raw';
import warp from '../../../../shaders/warp.wgsl?raw';

import type { BindingKind, Shader } from '../device/shader';
import { COMPACT } from './compact';

const R = 'read';
const W = 'write';
const U = 'uniform';

const withParts = (kernel: string, ...parts: string[]): string => [kernel, ...parts].join('\n');

/** Bindings by their numbers, of the kernels whose owners do not name them yet. */
const numbered = (kinds: readonly BindingKind[]): Record<string, BindingKind> =>
  Object.fromEntries(kinds.map((kind, n) => [`binding${n}`, kind]));

const declared = (
  name: string,
  { source, bindings }: { source: string; bindings: readonly BindingKind[] },
): Shader<string, string> => ({
  name,
  source,
  bindings: numbered(bindings),
  constants: [],
  structs: {},
});

/** By the name of its file, which is also its entry point's. */
const NUMBERED = {
  noise: { source: withParts(noise, step, distortion), bindings: [U, R, W] },
  soften: { source: withParts(soften, step, distortion), bindings: [U, R, R, W] },
  warp: { source: withParts(warp, step, distortion), bindings: [U, R, R, R, W] },
  encode: { source: withParts(encode, step), bindings: [U, R, R, R, W, W] },
  order: { source: withParts(order, step, silence), bindings: [U, R, R, W, W] },
  expand: { source: withParts(expand, step, patches, silence), bindings: [U, R, R, R, W, W, W] },
  propagate: { source: withParts(propagate, step, layer), bindings: [U, R, R, R, R, W, W, W, W] },
  rank: { source: withParts(rank, step, layer, silence), bindings: [U, R, R, W, W] },
  loss: { source: withParts(loss, step, layer), bindings: [U, R, W, R, R, W, W, W] },
  backpropagate: { source: withParts(backpropagate, step, layer), bindings: [U, R, R, R, R, R, W] },
  hear: { source: withParts(hear, step, layer, patches), bindings: [U, U, R, R, R, R, R, W] },
  gradient: { source: withParts(gradient, step, layer, earlier), bindings: [U, R, R, R, W] },
  update: {
    source: withParts(update, step, layer, earlier),
    bindings: [U, R, R, R, W, W, W, W, W],
  },
  tally: { source: withParts(tally, step), bindings: [R, R, R, W] },
  potential: { source: withParts(potential, step, layer), bindings: [U, R, R, R, R, R, W] },
  operations: { source: withParts(operations, step, layer), bindings: [U, R, R, R, R, W] },
} as const;

export type ShaderName = keyof typeof NUMBERED | 'compact';

export const SHADERS = {
  ...Object.fromEntries(
    Object.entries(NUMBERED).map(([name, shader]) => [name, declared(name, shader)]),
  ),
  compact: COMPACT,
} as unknown as Record<ShaderName, Shader<string, string>>;
