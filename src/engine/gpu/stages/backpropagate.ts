/** Gains of a dense layer to those of the hidden layer before it. */
import source from '../../../../shaders/backpropagate.wgsl?raw';
import { layerPart } from '../batch/layer';
import { dispatch } from '../device/dispatch';
import { defineShader } from '../device/shader';
import { stepPart } from '../device/step';
import { gainPart, silencePart } from './parts';
import { isExponential, type Bind, type LayerDispatch, type StageContext } from './stage';

export const BACKPROPAGATE = defineShader({
  name: 'backpropagate',
  source,
  parts: [stepPart, layerPart, gainPart, silencePart],
  bindings: {
    layer: 'uniform',
    erring: 'read',
    counts: 'read',
    spikes: 'read',
    weights: 'read',
    upper: 'read',
    lower: 'write',
  },
  constants: ['exponential'],
});

export async function compileBackpropagate(context: StageContext): Promise<Bind<LayerDispatch>> {
  const { kernels, sizes } = context;
  const kernel = await kernels.get(BACKPROPAGATE, sizes.wide, {
    exponential: isExponential(context),
  });
  return ({ layers, erring }) => {
    const groups = layers.map(({ uniform, patch, before, weights, trace }, l) => {
      if (l === 0 || patch) return undefined;
      return kernels.bind(BACKPROPAGATE, {
        ...before,
        layer: uniform,
        erring,
        weights,
        upper: trace,
        lower: before.volley,
      });
    });
    return (target, l) => {
      const group = groups[l];
      if (!group) return;
      const { quads, positions } = layers[l - 1]!;
      dispatch(target, kernel, group, target.samples * quads * positions);
    };
  };
}
