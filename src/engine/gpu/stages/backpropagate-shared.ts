/** Gains of a convolution to those of the hidden layer before it, through the weights that its positions share. */
import source from '../../../../shaders/backpropagate-shared.wgsl?raw';
import { layerPart } from '../batch/layer';
import { patchesPart } from '../batch/patch-buffers';
import { dispatch } from '../device/dispatch';
import { defineShader } from '../device/shader';
import { stepPart } from '../device/step';
import { gainPart } from './parts';
import { isExponential, type Bind, type LayerDispatch, type StageContext } from './stage';

export const BACKPROPAGATE_SHARED = defineShader({
  name: 'backpropagateShared',
  source,
  parts: [stepPart, layerPart, patchesPart, gainPart],
  bindings: {
    layer: 'uniform',
    patches: 'uniform',
    erring: 'read',
    counts: 'read',
    spikes: 'read',
    weights: 'read',
    upper: 'read',
    lower: 'write',
  },
  constants: ['exponential', 'each'],
});

export async function compileBackpropagateShared(
  context: StageContext,
): Promise<Bind<LayerDispatch>> {
  const { kernels, plans, sizes } = context;
  const compiled = await Promise.all(
    plans.map(
      async ({ patch }, l) =>
        patch &&
        l > 0 &&
        kernels.get(BACKPROPAGATE_SHARED, sizes.pixel, {
          exponential: isExponential(context),
          each: sizes.spikes,
        }),
    ),
  );
  return ({ layers, erring }) => {
    const groups = layers.map(({ uniform, patch, before, weights, trace }, l) => {
      if (l === 0 || !patch) return undefined;
      return kernels.bind(BACKPROPAGATE_SHARED, {
        ...before,
        layer: uniform,
        patches: patch.uniform,
        erring,
        weights,
        upper: trace,
        lower: before.volley,
      });
    });
    return (target, l) => {
      const kernel = compiled[l];
      if (!kernel) return;
      const { quads, positions } = layers[l - 1]!;
      dispatch(
        target,
        kernel,
        groups[l]!,
        target.samples * Math.ceil((quads * positions * 4) / sizes.spikes),
      );
    };
  };
}
