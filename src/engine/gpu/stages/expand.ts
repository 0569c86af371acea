/** The spikes of the layer before a convolution, as a list and a volley for every patch. */
import source from '../../../../shaders/expand.wgsl?raw';
import { patchesPart } from '../batch/patch-buffers';
import { dispatch } from '../device/dispatch';
import { defineShader } from '../device/shader';
import { stepPart } from '../device/step';
import { silencePart } from './parts';
import { isPacked, type Bind, type LayerDispatch, type StageContext } from './stage';

export const EXPAND = defineShader({
  name: 'expand',
  source,
  parts: [stepPart, patchesPart, silencePart],
  bindings: {
    patches: 'uniform',
    counts: 'read',
    spikes: 'read',
    volley: 'read',
    found: 'write',
    lists: 'write',
    dense: 'write',
  },
  constants: ['packed', 'apart'],
});

export async function compileExpand(context: StageContext): Promise<Bind<LayerDispatch>> {
  const { kernels, plans, sizes } = context;
  // Either a thread a place, which walks all of a sample's spikes, or one a sample.
  const apart = sizes.ranks;
  const compiled = await Promise.all(
    plans.map(
      async ({ patch }, l) =>
        patch &&
        kernels.get(EXPAND, apart ? sizes.wide : sizes.sample, {
          packed: isPacked(context, l),
          apart,
        }),
    ),
  );
  return ({ layers }) => {
    const groups = layers.map(
      ({ patch, before }) =>
        patch &&
        kernels.bind(EXPAND, {
          ...before,
          patches: patch.uniform,
          found: patch.counts,
          lists: patch.spikes,
          dense: patch.volley,
        }),
    );
    return (target, l) => {
      const kernel = compiled[l];
      const threads = target.samples * (apart ? layers[l]!.positions : 1);
      if (kernel) dispatch(target, kernel, groups[l]!, threads);
    };
  };
}
