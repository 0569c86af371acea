/** Model files (formats.md): safetensors with the network's description in the metadata. */
import { layerPlans } from '../model/layers';
import { layerCount, networkName, type NetworkSpec } from '../model/network';
import { NetworkError, parseNetwork } from '../model/validate';
import { FORMAT_VERSIONS, formatVersion, isFormatVersion } from './format-version';
import {
  float32Tensor,
  float32Values,
  readSafetensors,
  SafetensorsError,
  writeSafetensors,
  type Tensor,
} from './safetensors';

export const FORMAT = 'mt-spike';

type Layers = Float32Array<ArrayBuffer>[];

/** What training needs to go on where it stopped. */
export interface OptimizerState {
  /** Training steps made so far. */
  step: number;
  /** Shaped like the weights: Adam's moments, or SGD's velocity in `first`. */
  first: Layers;
  second: Layers;
  /** Running average of the weights. */
  average?: Layers;
}

export interface ModelFile {
  spec: NetworkSpec;
  /** [postsynaptic * presynaptic] a layer, row-major; a convolution's is [channels * kernel * kernel * channels before]. */
  weights: Layers;
  optimizer?: OptimizerState;
  /** Further metadata, kept as it is; `format`, `format_version` and `network` are written anew. */
  metadata?: Record<string, string>;
}

/** A file that is no model this program can use. The message is one sentence, meant to be shown as it is. */
export class ModelFileError extends Error {
  override name = 'ModelFileError';
}

/**
 * Reads a model file. Tensors with other names are ignored, and so is an optimiser state that is not complete and sound:
 * the weights are usable without it.
 * @throws ModelFileError, whatever the bytes
 */
export function readModel(file: Uint8Array<ArrayBuffer>): ModelFile {
  try {
    const { tensors, metadata } = readSafetensors(file);
    const spec = readNetwork(metadata);
    const weights = readLayers(tensors, spec, (l) => `layers.${l}.weight`);
    const depth = layerCount(spec);
    const extra = `layers.${depth}.weight`;
    if (tensors.has(extra)) {
      throw new ModelFileError(
        `The file holds ${extra}, but its network ${networkName(spec)} has only ${depth} ${depth === 1 ? 'layer' : 'layers'} of weights.`,
      );
    }
    const optimizer = readOptimizer(tensors, spec);
    return { spec, weights, metadata, ...(optimizer && { optimizer }) };
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

function readNetwork(metadata: Record<string, string>): NetworkSpec {
  const { format, format_version: version, network } = metadata;
  if (format !== FORMAT) {
    throw new ModelFileError(
      format === undefined
        ? 'The file holds tensors but no MT-Spike model: its metadata names no format.'
        : `The file holds no MT-Spike model: its format is "${format}".`,
    );
  }
  if (version === undefined) {
    throw new ModelFileError('The file does not say in which version of the format it is written.');
  }
  if (!isFormatVersion(version)) {
    throw new ModelFileError(
      `The file is written in version "${version}" of the format, but this program reads versions ${FORMAT_VERSIONS.join(' and ')}.`,
    );
  }
  if (network === undefined) throw new ModelFileError('The file describes no network.');
  let description: unknown;
  try {
    description = JSON.parse(network);
  } catch (cause) {
    throw new ModelFileError("The file's description of its network is not valid JSON.", { cause });
  }
  return parseNetwork(description);
}

function readLayers(
  tensors: Map<string, Tensor>,
  spec: NetworkSpec,
  name: (layer: number) => string,
): Layers {
  return layerPlans(spec).map(({ shape: wanted }, l) => {
    const tensor = tensors.get(name(l));
    if (!tensor) throw new ModelFileError(`The file lacks the tensor ${name(l)}.`);
    const { dtype, shape } = tensor;
    if (dtype !== 'F32') {
      throw new ModelFileError(`The tensor ${name(l)} is stored as ${dtype}, but must be F32.`);
    }
    if (shape.length !== wanted.length || shape.some((size, axis) => size !== wanted[axis])) {
      throw new ModelFileError(
        `The tensor ${name(l)} has the shape [${shape.join(', ')}], but the network ${networkName(spec)} needs [${wanted.join(', ')}].`,
      );
    }
    const values = float32Values(tensor);
    const broken = values.findIndex((value) => !Number.isFinite(value));
    if (broken >= 0) {
      throw new ModelFileError(
        `The tensor ${name(l)} holds ${values[broken]} where a finite number must be (element ${broken}).`,
      );
    }
    return values;
  });
}

const STEP = 'optimizer.step';
const stateName =
  (what: 'first' | 'second' | 'average') =>
  (layer: number): string =>
    `optimizer.layers.${layer}.${what}`;

function readOptimizer(
  tensors: Map<string, Tensor>,
  spec: NetworkSpec,
): OptimizerState | undefined {
  const step = readStep(tensors.get(STEP));
  if (step === undefined) return undefined;
  try {
    const first = readLayers(tensors, spec, stateName('first'));
    const second = readLayers(tensors, spec, stateName('second'));
    if (!tensors.has(stateName('average')(0))) return { step, first, second };
    return { step, first, second, average: readLayers(tensors, spec, stateName('average')) };
  } catch (error) {
    if (error instanceof ModelFileError) return undefined;
    throw error;
  }
}

function readStep(tensor: Tensor | undefined): number | undefined {
  if (tensor?.dtype !== 'I64' || tensor.bytes.length !== 8) return undefined;
  const step = Number(new BigInt64Array(tensor.bytes.slice().buffer)[0]);
  return Number.isSafeInteger(step) && step >= 0 ? step : undefined;
}

/** Writes a model file. The same model gives the same bytes. */
export function writeModel(model: ModelFile): Uint8Array<ArrayBuffer> {
  const { spec, weights, optimizer, metadata } = model;
  const plans = layerPlans(spec);
  const tensors = new Map<string, Tensor>();
  const add = (layers: Layers, name: (layer: number) => string): void =>
    layers.forEach((values, l) => {
      tensors.set(name(l), float32Tensor(plans[l]!.shape, values));
    });
  if (optimizer) {
    // First, so that its eight bytes are aligned.
    const step = new BigInt64Array([BigInt(optimizer.step)]);
    tensors.set(STEP, { dtype: 'I64', shape: [], bytes: new Uint8Array(step.buffer) });
  }
  add(weights, (l) => `layers.${l}.weight`);
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
