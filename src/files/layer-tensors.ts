/** One tensor a layer: weights, and what the optimiser keeps of each. */
import { layerPlans } from '../model/layers';
import { networkName, type NetworkSpec } from '../model/network';
import { said } from '../model/said';
import { FLOAT_TYPES, float32Values, isFloat } from './floats';
import { ModelFileError } from './model-file-error';
import { shapeName, type Tensor } from './safetensors';

export type Layers = Float32Array<ArrayBuffer>[];

export type TensorName = (layer: number) => string;

export const weightName: TensorName = (layer) => `layers.${layer}.weight`;

/**
 * The tensors of a network's layers as float32.
 * @param faultOf what is wrong with the numbers of one, as the end of a sentence
 * @throws ModelFileError
 */
export function readLayers(
  tensors: ReadonlyMap<string, Tensor>,
  spec: NetworkSpec,
  name: TensorName,
  faultOf: (values: Float32Array) => string | null,
): Layers {
  return layerPlans(spec).map(({ shape: wanted }, l) => {
    const tensor = tensors.get(name(l));
    if (!tensor) throw new ModelFileError(`The file lacks the tensor ${name(l)}.`);
    const { dtype, shape } = tensor;
    if (!isFloat(tensor)) {
      throw new ModelFileError(
        `The tensor ${name(l)} is stored as ${said(dtype)}, but must be F32 (${FLOAT_TYPES.slice(1).join(', ')} are read as well).`,
      );
    }
    if (shape.length !== wanted.length || shape.some((size, axis) => size !== wanted[axis])) {
      throw new ModelFileError(
        `The tensor ${name(l)} has the shape ${shapeName(shape)}, but the network ${networkName(spec)} needs ${shapeName(wanted)}.`,
      );
    }
    const values = float32Values(tensor);
    requireSound(values, name(l), faultOf);
    return values;
  });
}

/** @throws ModelFileError */
export function requireSound(
  values: Float32Array,
  name: string,
  faultOf: (values: Float32Array) => string | null,
): void {
  const fault = faultOf(values);
  if (fault !== null) throw new ModelFileError(`The tensor ${said(name)} ${fault}.`);
}
