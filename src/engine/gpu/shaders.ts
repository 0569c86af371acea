/** The kernels' sources and what each binds: one place that knows both sides. */
import backpropagate from '../../../shaders/backpropagate.wgsl?raw';
import encode from '../../../shaders/encode.wgsl?raw';
import expand from '../../../shaders/expand.wgsl?raw';
import gradient from '../../../shaders/gradient.wgsl?raw';
import hear from '../../../shaders/hear.wgsl?raw';
import loss from '../../../shaders/loss.wgsl?raw';
import noise from '../../../shaders/noise.wgsl?raw';
import operations from '../../../shaders/operations.wgsl?raw';
import order from '../../../shaders/order.wgsl?raw';
import potential from '../../../shaders/potential.wgsl?raw';
import propagate from '../../../shaders/propagate.wgsl?raw';
import rank from '../../../shaders/rank.wgsl?raw';
import reach from '../../../shaders/reach.wgsl?raw';
import sift from '../../../shaders/sift.wgsl?raw';
import soften from '../../../shaders/soften.wgsl?raw';
import tally from '../../../shaders/tally.wgsl?raw';
import update from '../../../shaders/update.wgsl?raw';
import warp from '../../../shaders/warp.wgsl?raw';

export type BindingKind = 'uniform' | 'read' | 'write';

export interface Shader {
  source: string;
  /** Of group 1, in order; group 0 holds the Step alone. */
  bindings: readonly BindingKind[];
}

const R = 'read';
const W = 'write';
const U = 'uniform';

/** By the name of its file, which is also its entry point's. */
export const SHADERS = {
  noise: { source: noise, bindings: [U, R, W] },
  soften: { source: soften, bindings: [U, R, R, W] },
  warp: { source: warp, bindings: [U, R, R, R, W] },
  encode: { source: encode, bindings: [U, R, R, R, W, W] },
  order: { source: order, bindings: [U, R, R, W, W] },
  expand: { source: expand + reach, bindings: [U, R, R, R, W, W, W] },
  propagate: { source: propagate, bindings: [U, R, R, R, R, W, W, W, W] },
  rank: { source: rank, bindings: [U, R, R, W, W] },
  loss: { source: loss, bindings: [U, R, W, R, R, W, W, W] },
  backpropagate: { source: backpropagate, bindings: [U, R, R, R, R, R, W] },
  hear: { source: hear + reach, bindings: [U, U, R, R, R, R, R, W] },
  sift: { source: sift, bindings: [U, R, R, W] },
  gradient: { source: gradient, bindings: [U, R, R, R, W] },
  update: { source: update, bindings: [U, R, R, R, W, W, W, W, W] },
  tally: { source: tally, bindings: [R, R, R, W] },
  potential: { source: potential, bindings: [U, R, R, R, R, R, W] },
  operations: { source: operations, bindings: [U, R, R, R, R, W] },
} as const satisfies Record<string, Shader>;

export type ShaderName = keyof typeof SHADERS;
