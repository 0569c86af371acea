/** Weight gradients of a convolution, summed over shares of its positions. */
import source from '../../../../shaders/gradient.wgsl?raw';
import { layerPart } from '../batch/layer';
import { dispatch } from '../device/dispatch';
import { quadsOf } from '../device/layout';
import { defineShader } from '../device/shader';
import { stepPart } from '../device/step';
import { earlierPart, silencePart } from './parts';
import { isExponential, isPacked, type Bind, type LayerDispatch, type StageContext } from './stage';

export const GRADIENT = defineShader({
  name: 'gradient',
  source,
  parts: [stepPart, layerPart, earlierPart, silencePart],
  bindings: { layer: 'uniform', volley: 'read', trace: 'read', lists: 'read', sums: 'write' },
  constants: ['exponential', 'packed', 'fours'],
});

export async function compileGradient(context: StageContext): Promise<Bind<LayerDispatch>> {
  const { kernels, plans, sizes } = context;
  const fours = sizes.fours.gradient;
  const compiled = await Promise.all(
    plans.map(
      async ({ patch }, l) =>
        patch &&
        kernels.get(GRADIENT, sizes.wide, {
          exponential: isExponential(context),
          packed: isPacked(context, l),
          fours,
        }),
    ),
  );
  return ({ layers, lists }) => {
    const groups = layers.map(
      ({ uniform, patch, trace }) =>
        patch &&
        kernels.bind(GRADIENT, {
          layer: uniform,
          volley: patch.volley,
          trace,
          lists,
          sums: patch.sums,
        }),
    );
    return (target, l) => {
      const kernel = compiled[l];
      if (!kernel) return;
      const { presynaptic, quads, patch } = layers[l]!;
      const [down, across] = [quadsOf(presynaptic), quads].map((n) => Math.ceil(n / fours));
      dispatch(target, kernel, groups[l]!, down! * across! * patch!.shares);
    };
  };
}
