/** Lists of the samples that move weights, a list for every 4 input neurons: what update and gradient walk. */
import source from '../../../../shaders/compact.wgsl?raw';
import { layerPart } from '../batch/layer';
import { dispatch } from '../device/dispatch';
import { quadsOf } from '../device/layout';
import { defineShader } from '../device/shader';
import { stepPart } from '../device/step';
import type { Bind, StageContext } from './stage';

export const COMPACT = defineShader({
  name: 'compact',
  source,
  parts: [stepPart, layerPart],
  bindings: { layer: 'uniform', lit: 'read', erring: 'read', lists: 'write' },
});

export async function compileCompact({ kernels, sizes }: StageContext): Promise<Bind> {
  const kernel = await kernels.get(COMPACT, sizes.wide, {});
  return ({ layers, input, erring, lists }) => {
    const layer = layers[0]!.uniform;
    const group = kernels.bind(COMPACT, { layer, lit: input.lit, erring, lists });
    // A thread makes the lists of 16 neurons; one more makes that of all samples with an error.
    const threads = quadsOf(input.quads) + 1;
    return (target) => {
      dispatch(target, kernel, group, threads);
    };
  };
}
