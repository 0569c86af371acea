/** The records of a chunk's steps to a sum a step: what comes back to the processor. */
import source from '../../../../shaders/reduce.wgsl?raw';
import { recordPart, TOTALS } from '../batch/record';
import { dispatch } from '../device/dispatch';
import { defineShader } from '../device/shader';
import { stepPart } from '../device/step';
import { silencePart } from './parts';
import type { Bind, StageContext } from './stage';

export const REDUCE = defineShader({
  name: 'reduce',
  source,
  structs: { Totals: TOTALS },
  parts: [stepPart, recordPart, silencePart],
  bindings: { steps: 'read', records: 'read', health: 'read', totals: 'write' },
});

/** Its dispatch takes steps for samples. */
export async function compileReduce({ kernels, sizes }: StageContext): Promise<Bind> {
  const kernel = await kernels.get(REDUCE, sizes.sample, {});
  return ({ stepBuffer, records, health, totals }) => {
    const group = kernels.bind(REDUCE, { steps: stepBuffer, records, health, totals });
    return (target) => {
      dispatch(target, kernel, group, target.samples);
    };
  };
}
