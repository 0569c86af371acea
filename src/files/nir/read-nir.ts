/** NIR files: networks of other simulators, and ours written for them (docs/exchange.md). */
import { MOST_DEPTH } from '../../model/bounded';
import { layerPlans } from '../../model/layers';
import { layerSizes, type NetworkSpec } from '../../model/network';
import { isWithin, RANGES } from '../../model/ranges';
import { weightFault } from '../../model/sound';
import { NetworkError, parseNetwork } from '../../model/validate';
import { describedNetwork, weightsName } from '../describe-weights';
import type { ForeignWeights } from '../foreign-weights';
import { UndescribedError, type Describe, type ModelFile } from '../model-file';
import { ModelFileError } from '../model-file-error';
import { parseJson } from '../strict-json';
import type { NirLayer, NirLayers } from './chain-layers';
import type { ReadChain } from './nir-chain';
import { nodeName } from './refusal';

/**
 * Reads a network from a NIR file.
 * @param read takes the bytes apart: aside, where a person waits
 * @param describe asked for what NIR does not say (images, coding, deadline), unless the file was written here
 * @throws ModelFileError, whatever the bytes; UndescribedError where `describe` would help
 */
export async function readNir(
  bytes: Uint8Array<ArrayBuffer>,
  read: ReadChain,
  describe?: Describe,
): Promise<ModelFile> {
  const { chain, metadata } = await read(bytes);
  if (chain.layers.length === 0) throw new ModelFileError('The NIR graph has no layer of weights.');
  const notes = chain.resets
    ? [
        `${nodeName(chain.resets)} may fire again after its first spike; here every neuron fires once.`,
      ]
    : [];
  const own = ownDescription(metadata);
  if (own && isOf(own.spec, chain)) {
    const weights = foldedWeights(chain.layers, own.spec.threshold);
    return { spec: own.spec, weights, metadata: own.metadata, notes };
  }
  const found = foreign(chain);
  if (!describe) throw new UndescribedError(found);
  try {
    return { spec: describedNetwork(found, describe(found)), weights: found.weights, notes };
  } catch (error) {
    if (!(error instanceof NetworkError)) throw error;
    throw new ModelFileError(
      `The weights ${weightsName(found)} cannot be of the network that was described: ${error.message}`,
      { cause: error },
    );
  }
}

interface Own {
  spec: NetworkSpec;
  metadata: Record<string, string>;
}

/** What a file of ours says of its network; undefined where it does not, or no longer can. */
function ownDescription(text: string | undefined): Own | undefined {
  if (text === undefined) return undefined;
  try {
    const { network, metadata } = parseJson(text, MOST_DEPTH) as Record<string, unknown>;
    const texts = Object.entries((metadata ?? {}) as Record<string, unknown>).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    );
    return { spec: parseNetwork(network), metadata: Object.fromEntries(texts) };
  } catch {
    return undefined;
  }
}

/** Whether a chain is what a network's description says: another program may have changed it. */
function isOf(spec: NetworkSpec, { layers, inputs }: NirLayers): boolean {
  const plans = layerPlans(spec);
  return (
    plans.length === layers.length &&
    layerSizes(spec)[0] === inputs &&
    plans.every(({ patch, rows, weights }, l) => {
      const layer = layers[l]!;
      return (
        rows === layer.rows &&
        weights === layer.weights.length &&
        patch?.kernel === layer.convolution?.kernel &&
        patch?.stride === layer.convolution?.stride &&
        layer.response === spec.response
      );
    })
  );
}

/** The layers' weights for one threshold: a neuron of another fires when one of scaled weights does. @throws ModelFileError */
function foldedWeights(layers: NirLayer[], theta: number): Float32Array<ArrayBuffer>[] {
  return layers.map(({ name, rows, weights, gain, threshold }) => {
    const inputs = weights.length / rows;
    const folded = Float32Array.from(weights, (weight, at) => {
      const row = Math.floor(at / inputs);
      return (weight * gain[row]! * theta) / threshold[row]!;
    });
    const fault = weightFault(folded);
    if (fault !== null) {
      throw new ModelFileError(`The weight of ${nodeName({ name, type: 'Linear' })} ${fault}.`);
    }
    return folded;
  });
}

/** The threshold that all neurons share; 1 where they do not. */
function commonThreshold(layers: NirLayer[]): number {
  const first = layers[0]!.threshold[0]!;
  const isCommon = layers.every(({ threshold }) => threshold.every((theta) => theta === first));
  return isCommon && isWithin(RANGES.threshold, first) ? first : 1;
}

function foreign({ layers, inputs, grid }: NirLayers): ForeignWeights {
  if (grid && grid.channels > 1) {
    throw new ModelFileError(
      `The input has ${grid.channels} channels, but the file does not say that they are ink and paper: here an input is [inputs], or [1, rows, columns] before a convolution.`,
    );
  }
  const threshold = commonThreshold(layers);
  const convolutions = layers.flatMap(({ convolution }) => convolution ?? []);
  const dense = layers.filter(({ convolution }) => !convolution);
  return {
    sizes: [inputs, ...dense.map(({ rows }) => rows)],
    ...(convolutions.length > 0 && { convolutions }),
    ...(grid && { grid }),
    weights: foldedWeights(layers, threshold),
    names: layers.map(({ name }) => name),
    leftOut: [],
    known: { response: layers[0]!.response, threshold },
  };
}
