/** Lists of the samples that move weights, a list for every 4 input neurons: what update and gradient walk. */
import source from '../../../../shaders/compact.wgsl?raw';
import type { BatchBuffers } from '../batch/batch-buffers';
import { layerPart } from '../batch/layer';
import { dispatch, type Target } from '../device/dispatch';
import { defineShader } from '../device/shader';
import { stepPart } from '../device/step';
import type { StageContext } from './stage';
import { quadsOf } from './layout';

export const COMPACT = defineShader({
  name: 'compact',
  source,
  parts: [stepPart, layerPart],
  bindings: { layer: 'uniform', lit: 'read', erring: 'read', lists: 'write' },
});

export async function compileCompact({ kernels, sizes }: StageContext) {
  const kernel = await kernels.get(COMPACT, sizes.wide, {});
  return ({ layers, input, erring, lists }: BatchBuffers) => {
    const group = kernels.bind(COMPACT, {
      layer: layers[0]!.uniform,
      lit: input.lit,
      erring,
      lists,
    });
    // A thread makes the lists of 16 neurons; one more makes that of all samples with an error.
    const threads = quadsOf(input.quads) + 1;
    return (target: Target): void => {
      dispatch(target, kernel, group, threads);
    };
  };
}
