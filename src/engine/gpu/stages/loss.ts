/** Who answers, how wrong that is, and the error of every output's spike time. */
import source from '../../../../shaders/loss.wgsl?raw';
import { layerPart } from '../batch/layer';
import { recordPart } from '../batch/record';
import { dispatch } from '../device/dispatch';
import { defineShader } from '../device/shader';
import { stepPart } from '../device/step';
import { gainPart, silencePart } from './parts';
import type { Bind, StageContext } from './stage';

export const LOSS = defineShader({
  name: 'loss',
  source,
  parts: [stepPart, layerPart, recordPart, gainPart, silencePart],
  bindings: {
    layer: 'uniform',
    picks: 'read',
    trace: 'write',
    inputs: 'read',
    counts: 'read',
    fires: 'write',
    erring: 'write',
    records: 'write',
  },
});

export async function compileLoss({ kernels, sizes }: StageContext): Promise<Bind> {
  const kernel = await kernels.get(LOSS, sizes.sample, {});
  return ({ layers, input, picks, counts, fires, erring, records }) => {
    const { uniform, trace } = layers[layers.length - 1]!;
    const group = kernels.bind(LOSS, {
      layer: uniform,
      picks,
      trace,
      inputs: input.counts,
      counts,
      fires,
      erring,
      records,
    });
    return (target) => {
      dispatch(target, kernel, group, target.samples);
    };
  };
}
