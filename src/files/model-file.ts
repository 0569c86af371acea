/** Model files (formats.md): safetensors with the network's description in the metadata. */
import { layerPlans } from '../model/layers';
import { layerCount, networkName, type NetworkSpec } from '../model/network';
import { said } from '../model/said';
import { weightFault } from '../model/sound';
import { NetworkError } from '../model/validate';
import { describedNetwork, weightsName, type Description } from './describe-weights';
import { float32Tensor } from './floats';
import { findForeignWeights, strangeLayer, type ForeignWeights } from './foreign-weights';
import { formatVersion } from './format-version';
import {
  readLayers,
  requireSound,
  weightName,
  type Layers,
  type TensorName,
} from './layer-tensors';
import { FORMAT, readDescription } from './model-description';
import { ModelFileError } from './model-file-error';
import { readOptimizer, STEP, stateName, type OptimizerState } from './optimizer-state';
import {
  readSafetensors,
  SafetensorsError,
  shapeName,
  writeSafetensors,
  type Tensor,
} from './safetensors';
import { plural } from '../words/numbers';

export interface ModelFile {
  spec: NetworkSpec;
  /** [postsynaptic * presynaptic] a layer, row-major; a convolution's is [channels * kernel * kernel * channels before]. */
  weights: Layers;
  optimizer?: OptimizerState;
  /** Why the file's optimiser state was not taken, as a part of a sentence (`leftOutSentence`). */
  unsound?: string;
  /** Sentences on what is other here than where the file comes from (NIR). */
  notes?: string[];
  /** Further metadata, kept as it is; `format`, `format_version` and `network` are written anew. */
  metadata?: Record<string, string>;
}

/** More than the largest network takes with all of its optimiser's state. */
export const MOST_MODEL_BYTES = 2 ** 30;

/** What a person says of weights that their file does not describe. */
export type Describe = (weights: ForeignWeights) => Description;

/** Sound weights whose file does not say what network they are of: a person can. */
export class UndescribedError extends ModelFileError {
  override name = 'UndescribedError';

  constructor(readonly weights: ForeignWeights) {
    super(
      `The file describes no network: what its weights ${weightsName(weights)} belong to has to be said.`,
    );
  }
}

/**
 * Reads a model file. Tensors with other names are ignored, whatever they are, and so is an optimiser state that is not complete
 * and sound: the weights are usable without it, and `unsound` says why it is.
 * @param describe asked where the file describes no network; without it such a file is refused
 * @throws ModelFileError, whatever the bytes; UndescribedError where `describe` would help
 */
export function readModel(file: Uint8Array<ArrayBuffer>, describe?: Describe): ModelFile {
  try {
    const { tensors, metadata } = readSafetensors(file);
    const spec = readDescription(metadata);
    return spec
      ? { spec, weights: readWeights(tensors, spec), metadata, ...readOptimizer(tensors, spec) }
      : readForeign(tensors, describe);
  } catch (error) {
    if (error instanceof NetworkError) {
      throw new ModelFileError(`The file describes a network that cannot be: ${error.message}`, {
        cause: error,
      });
    }
    if (error instanceof SafetensorsError)
      throw new ModelFileError(error.message, { cause: error });
    throw error;
  }
}

function readWeights(tensors: ReadonlyMap<string, Tensor>, spec: NetworkSpec): Layers {
  const weights = readLayers(tensors, spec, weightName, weightFault);
  const depth = layerCount(spec);
  if (tensors.has(weightName(depth))) {
    throw new ModelFileError(
      `The file holds ${weightName(depth)}, but its network ${networkName(spec)} has only ${plural(depth, 'layer')} of weights.`,
    );
  }
  return weights;
}

function readForeign(
  tensors: ReadonlyMap<string, Tensor>,
  describe: Describe | undefined,
): ModelFile {
  const strange = strangeLayer(tensors);
  if (strange !== undefined) {
    const { dtype, shape } = tensors.get(strange)!;
    throw new ModelFileError(
      `The file describes no network, and its tensor ${said(strange)} (${said(dtype)}, ${shapeName(shape)}) is no dense layer: convolutions need the description that files of this program bring.`,
    );
  }
  const found = findForeignWeights(tensors);
  if (!found) {
    throw new ModelFileError(
      'The file describes no network, and its tensors are no weights of one: 2-D tensors of which each takes what the one before gives, at most four.',
    );
  }
  found.weights.forEach((values, l) => requireSound(values, found.names[l]!, weightFault));
  if (!describe) throw new UndescribedError(found);
  try {
    return { spec: describedNetwork(found, describe(found)), weights: found.weights };
  } catch (error) {
    if (!(error instanceof NetworkError)) throw error;
    throw new ModelFileError(
      `The weights ${weightsName(found)} cannot be of the network that was described: ${error.message}`,
      { cause: error },
    );
  }
}

/** Writes a model file. The same model gives the same bytes. */
export function writeModel(model: ModelFile): Uint8Array<ArrayBuffer> {
  const { spec, weights, optimizer, metadata } = model;
  const plans = layerPlans(spec);
  const tensors = new Map<string, Tensor>();
  const add = (layers: Layers, name: TensorName): void =>
    layers.forEach((values, l) => {
      tensors.set(name(l), float32Tensor(plans[l]!.shape, values));
    });
  if (optimizer) {
    // First, so that its eight bytes are aligned.
    const step = new BigInt64Array([BigInt(optimizer.step)]);
    tensors.set(STEP, { dtype: 'I64', shape: [], bytes: new Uint8Array(step.buffer) });
  }
  add(weights, weightName);
  if (optimizer) {
    add(optimizer.first, stateName('first'));
    add(optimizer.second, stateName('second'));
    if (optimizer.average) add(optimizer.average, stateName('average'));
  }
  return writeSafetensors({
    tensors,
    metadata: {
      ...metadata,
      format: FORMAT,
      format_version: formatVersion(spec),
      network: JSON.stringify(spec),
    },
  });
}
