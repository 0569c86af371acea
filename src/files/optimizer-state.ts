/** What training needs to go on where it stopped, in tensors `optimizer.*`. */
import type { NetworkSpec } from '../model/network';
import { isStepCount, secondMomentFault, weightFault } from '../model/sound';
import { readLayers, type Layers, type TensorName } from './layer-tensors';
import { ModelFileError } from './model-file-error';
import type { Tensor } from './safetensors';

export interface OptimizerState {
  /** Training steps made so far. */
  step: number;
  /** Shaped like the weights: Adam's moments, or SGD's velocity in `first`. */
  first: Layers;
  second: Layers;
  /** Running average of the weights. */
  average?: Layers;
}

export const STEP = 'optimizer.step';

export const stateName =
  (what: 'first' | 'second' | 'average'): TensorName =>
  (layer) =>
    `optimizer.layers.${layer}.${what}`;

/** The state, where there is one; or why it is left out, as a part of a sentence. */
export function readOptimizer(
  tensors: ReadonlyMap<string, Tensor>,
  spec: NetworkSpec,
): { optimizer?: OptimizerState; unsound?: string } {
  const counted = tensors.get(STEP);
  if (!counted) return {};
  try {
    const step = readStep(counted);
    const first = readLayers(tensors, spec, stateName('first'), weightFault);
    const second = readLayers(tensors, spec, stateName('second'), secondMomentFault);
    if (!tensors.has(stateName('average')(0))) return { optimizer: { step, first, second } };
    const average = readLayers(tensors, spec, stateName('average'), weightFault);
    return { optimizer: { step, first, second, average } };
  } catch (error) {
    if (!(error instanceof ModelFileError)) throw error;
    return { unsound: error.message.replace(/^T/, 't').replace(/\.$/, '') };
  }
}

/** What is said where weights are taken and the state is not. */
export function leftOutSentence(unsound: string): string {
  return `The optimiser's state is left out, since ${unsound}: training begins anew from the weights.`;
}

/** @throws ModelFileError */
function readStep({ dtype, bytes }: Tensor): number {
  if (dtype !== 'I64' || bytes.length !== 8) {
    throw new ModelFileError(`The tensor ${STEP} is no count of steps (one number of type I64).`);
  }
  const count = new BigInt64Array(bytes.slice().buffer)[0]!;
  const step = Number(count);
  if (!isStepCount(step)) {
    throw new ModelFileError(`The tensor ${STEP} counts ${count} steps, which no training makes.`);
  }
  return step;
}
