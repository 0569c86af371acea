/** What the kernels of one network are compiled from. */
import type { NetworkSpec } from '../../../model/network';
import type { LayerPlan } from '../../../model/layers';
import type { Kernels } from '../device/kernels';
import type { Sizes } from '../device/sizes';

export interface StageContext {
  kernels: Kernels;
  spec: NetworkSpec;
  /** Of every layer of weights. */
  plans: LayerPlan[];
  sizes: Sizes;
}
