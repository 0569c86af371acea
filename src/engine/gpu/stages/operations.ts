/** Synaptic operations up to the decision, added to the records: only evaluations ask for them. */
import source from '../../../../shaders/operations.wgsl?raw';
import { LAYER, layerPart } from '../batch/layer';
import { RECORD } from '../batch/record';
import { dispatch } from '../device/dispatch';
import { inputQuad } from '../device/layout';
import { defineShader } from '../device/shader';
import { stepPart } from '../device/step';
import { structBytes } from '../device/struct';
import { isPacked, type Bind, type Dispatch, type StageContext } from './stage';

export const OPERATIONS = defineShader({
  name: 'operations',
  source,
  structs: { Record: RECORD },
  parts: [stepPart, layerPart],
  bindings: {
    layer: 'uniform',
    counts: 'read',
    spikes: 'read',
    volley: 'read',
    trace: 'read',
    records: 'write',
  },
  constants: ['packed'],
});

/** Of all layers at once. */
export async function compileOperations(context: StageContext): Promise<Bind> {
  const { kernels, spec, sizes } = context;
  const kernel = await kernels.get(OPERATIONS, sizes.wide, { packed: isPacked(context, 0) });
  return ({ layers, input, records, makeUniform }) => {
    const dispatches = layers.map(({ uniform, given, trace, positions, quads }): Dispatch => {
      const group = kernels.bind(OPERATIONS, { ...given, layer: uniform, trace, records });
      return (target) => {
        dispatch(target, kernel, group, target.samples * positions * quads);
      };
    });
    const [first] = layers;
    if (first!.patch) {
      // A convolution takes its patches, not the input: a layer without neurons counts the spikes of the input's trains.
      const layer = structBytes(LAYER, {
        quads: 1,
        positions: 1,
        capacity: input.quads * 4,
        sampleStride: input.quads * inputQuad(spec),
        quadStride: inputQuad(spec),
        stored: 1,
        inputArea: spec.coding.kernel ** 2,
      });
      const group = kernels.bind(OPERATIONS, {
        ...first!.before,
        layer: makeUniform('inputLayer', layer),
        trace: first!.trace,
        records,
      });
      dispatches.push((target) => {
        dispatch(target, kernel, group, target.samples);
      });
    }
    return (target) => {
      for (const add of dispatches) add(target);
    };
  };
}
