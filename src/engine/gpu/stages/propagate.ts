/** Spike times of a layer from those of the layer before. */
import source from '../../../../shaders/propagate.wgsl?raw';
import { layerPart } from '../batch/layer';
import { dispatch, type Target } from '../device/dispatch';
import { defineShader } from '../device/shader';
import { foursOf } from '../device/sizes';
import { stepPart } from '../device/step';
import { silencePart } from './parts';
import { isExponential, isPacked, type Bind, type StageContext } from './stage';

export const PROPAGATE = defineShader({
  name: 'propagate',
  source,
  parts: [stepPart, layerPart, silencePart],
  bindings: {
    layer: 'uniform',
    counts: 'read',
    spikes: 'read',
    volley: 'read',
    weights: 'read',
    trace: 'write',
    fired: 'write',
    fires: 'write',
    lit: 'write',
  },
  constants: ['exponential', 'packed', 'apart', 'fours'],
});

export async function compilePropagate(
  context: StageContext,
): Promise<Bind<(target: Target, l: number, average: boolean) => void>> {
  const { kernels, plans, sizes } = context;
  const compiled = await Promise.all(
    plans.map((plan, l) =>
      kernels.get(PROPAGATE, sizes.wide, {
        exponential: isExponential(context),
        packed: isPacked(context, l),
        // Only rank wants a list of the neurons that fired.
        apart: sizes.ranks && l < plans.length - 1,
        fours: foursOf(plan, sizes),
      }),
    ),
  );
  return ({ layers, make }) => {
    const groups = layers.map(({ uniform, given, trace, hidden, weights, average }, l) => {
      // Behind the output layer nothing is sorted, but something has to be bound.
      const { fired, fires, lit } = hidden ?? {
        fired: make(`nothingFired${l}`, 4),
        fires: make(`noFires${l}`, 4),
        lit: make(`nothingLit${l}`, 4),
      };
      const shared = { ...given, layer: uniform, trace, fired, fires, lit };
      return {
        weights: kernels.bind(PROPAGATE, { ...shared, weights }),
        average: kernels.bind(PROPAGATE, { ...shared, weights: average }),
      };
    });
    return (target, l, average) => {
      const { positions, quads, fours } = layers[l]!;
      const group = groups[l]![average ? 'average' : 'weights'];
      const threads = target.samples * positions * Math.ceil(quads / fours);
      dispatch(target, compiled[l]!, group, threads);
    };
  };
}
