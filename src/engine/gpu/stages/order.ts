/** Spikes put in order, a thread a sample: the input's always, a hidden layer's on software adapters (rank.ts is the other way). */
import source from '../../../../shaders/order.wgsl?raw';
import { inputQuad, quadsOf, TRACE_QUAD } from '../device/layout';
import { dispatch } from '../device/dispatch';
import { defineShader } from '../device/shader';
import { stepPart } from '../device/step';
import { struct, structBytes } from '../device/struct';
import { silencePart } from './parts';
import type { Bind, LayerDispatch, StageContext } from './stage';

/** How a volley lies: its neurons in fours, vec4s from one four to the next, and the words that say by the bit who spikes. */
const VOLLEY = struct({ quads: 'u32', stride: 'u32', words: 'u32', perWord: 'u32' });

export const ORDER = defineShader({
  name: 'order',
  source,
  structs: { Volley: VOLLEY },
  parts: [stepPart, silencePart],
  bindings: { shape: 'uniform', lit: 'read', volley: 'read', counts: 'write', spikes: 'write' },
  constants: ['crowded'],
});

export async function compileInputOrder({ kernels, spec, sizes }: StageContext): Promise<Bind> {
  const kernel = await kernels.get(ORDER, sizes.sample, { crowded: spec.coding.kernel > 1 });
  return ({ input, makeUniform }) => {
    const shape = structBytes(VOLLEY, {
      quads: input.quads,
      stride: inputQuad(spec) / 4,
      words: quadsOf(input.quads),
      perWord: 16,
    });
    const group = kernels.bind(ORDER, { ...input, shape: makeUniform('input', shape) });
    return (target) => {
      dispatch(target, kernel, group, target.samples);
    };
  };
}

export async function compileHiddenOrder({
  kernels,
  sizes,
}: StageContext): Promise<Bind<LayerDispatch>> {
  const kernel = await kernels.get(ORDER, sizes.sample, { crowded: true });
  return ({ layers, makeUniform }) => {
    const groups = layers.map(({ positions, quads, fours, hidden, trace }, l) => {
      if (!hidden) return undefined;
      const shape = structBytes(VOLLEY, {
        quads: positions * quads,
        stride: TRACE_QUAD / 4,
        words: positions * Math.ceil(quads / fours),
        perWord: 4 * fours,
      });
      return kernels.bind(ORDER, {
        ...hidden,
        shape: makeUniform(`volley${l + 1}`, shape),
        volley: trace,
      });
    });
    return (target, l) => {
      const group = groups[l];
      if (group) dispatch(target, kernel, group, target.samples);
    };
  };
}
