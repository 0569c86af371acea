/** A hidden layer's spikes put in order by many threads: on real GPUs, in place of order. */
import source from '../../../../shaders/rank.wgsl?raw';
import { layerPart } from '../batch/layer';
import { dispatch } from '../device/dispatch';
import { defineShader } from '../device/shader';
import { stepPart } from '../device/step';
import { silencePart } from './parts';
import type { Bind, LayerDispatch, StageContext } from './stage';

export const RANK = defineShader({
  name: 'rank',
  source,
  parts: [stepPart, layerPart, silencePart],
  bindings: { layer: 'uniform', fires: 'read', fired: 'read', counts: 'write', spikes: 'write' },
});

export async function compileRank({ kernels, sizes }: StageContext): Promise<Bind<LayerDispatch>> {
  const kernel = await kernels.get(RANK, sizes.wide, {});
  return ({ layers }) => {
    const groups = layers.map(
      ({ uniform, hidden }) => hidden && kernels.bind(RANK, { ...hidden, layer: uniform }),
    );
    return (target, l) => {
      const group = groups[l];
      const { positions, quads } = layers[l]!;
      if (group) dispatch(target, kernel, group, target.samples * positions * quads);
    };
  };
}
