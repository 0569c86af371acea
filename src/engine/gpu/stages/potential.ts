/** Potentials of the output neurons at the deadline: what the page shows beside a spike. */
import source from '../../../../shaders/potential.wgsl?raw';
import { layerPart } from '../batch/layer';
import { dispatch } from '../device/dispatch';
import { defineShader } from '../device/shader';
import { stepPart } from '../device/step';
import { silencePart } from './parts';
import { isExponential, isPacked, type Bind, type StageContext } from './stage';

export const POTENTIAL = defineShader({
  name: 'potential',
  source,
  parts: [stepPart, layerPart, silencePart],
  bindings: {
    layer: 'uniform',
    counts: 'read',
    spikes: 'read',
    volley: 'read',
    weights: 'read',
    trace: 'read',
    potentials: 'write',
  },
  constants: ['exponential', 'packed'],
});

export async function compilePotential(context: StageContext): Promise<Bind> {
  const { kernels, plans, sizes } = context;
  const kernel = await kernels.get(POTENTIAL, sizes.wide, {
    exponential: isExponential(context),
    packed: isPacked(context, plans.length - 1),
  });
  return ({ layers, potentials }) => {
    const { uniform, given, weights, trace, quads } = layers[layers.length - 1]!;
    const group = kernels.bind(POTENTIAL, {
      ...given,
      layer: uniform,
      weights,
      trace,
      potentials,
    });
    return (target) => {
      dispatch(target, kernel, group, target.samples * quads);
    };
  };
}
