/**
 * What every stage has in common. A stage is one kernel and its owner, a file of the kernel's name, in three steps: `compile...`, once a
 * network, gives what binds it to a batch's buffers, and that what dispatches it.
 */
import { emitsOne, type NetworkSpec } from '../../../model/network';
import type { LayerPlan } from '../../../model/layers';
import type { BatchBuffers } from '../batch/batch-buffers';
import type { Target } from '../device/dispatch';
import type { Kernels } from '../device/kernels';
import type { Sizes } from '../device/sizes';

/** What the kernels of one network are compiled from. */
export interface StageContext {
  kernels: Kernels;
  spec: NetworkSpec;
  /** Of every layer of weights. */
  plans: LayerPlan[];
  sizes: Sizes;
}

export type Dispatch = (target: Target) => void;
/** @param l 0-based number of the layer of weights; a layer that the stage is not for gets no dispatch */
export type LayerDispatch = (target: Target, l: number) => void;

/** A compiled stage: binds itself to buffers, and makes what it alone needs with `make` and `makeUniform`. */
export type Bind<D = Dispatch> = (buffers: BatchBuffers) => D;

export function isExponential({ spec }: StageContext): boolean {
  return spec.response === 'exponential';
}

/** Whether what layer l (0-based) is given comes with multiplicities: only the input's trains have some. */
export function isPacked({ spec }: StageContext, l: number): boolean {
  return l === 0 && !emitsOne(spec);
}
