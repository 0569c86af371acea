/** Options that describe the network of weights whose file does not (exchange with PyTorch, NumPy and others). */
import {
  codingFor,
  weightsName,
  type Description,
  type ImageSize,
} from '../files/describe-weights';
import type { ForeignWeights } from '../files/foreign-weights';
import { UndescribedError, type ModelFile } from '../files/model-file';
import { ModelFileError } from '../files/model-file-error';
import { modelBytes, openModelFile, type OpenNir } from '../files/model-source';
import { readNir } from '../files/nir/read-nir';
import { leftOutSentence } from '../files/optimizer-state';
import {
  DEFAULT_NETWORK,
  networkName,
  RESPONSES,
  TRAIN_CODES,
  type NetworkSpec,
} from '../model/network';
import { RANGES } from '../model/ranges';
import { said } from '../model/said';
import { CommandError, UsageError } from './errors';
import { withFile } from './input';
import type { Io } from './io';
import { numberOf, type OptionTable, type Values } from './options';

const WHOSE = 'Of weights whose file describes no network:';

export const DESCRIPTION = {
  response: {
    kind: 'choice',
    of: RESPONSES,
    help: `${WHOSE} how a spike acts.`,
    otherwise: 'as the file says',
  },
  threshold: {
    ...numberOf(RANGES.threshold),
    help: `${WHOSE} the membrane potential at which a neuron fires.`,
    otherwise: 'as the file says',
  },
  deadline: {
    ...numberOf(RANGES.deadline),
    help: `${WHOSE} layer l may fire until l times this.`,
    otherwise: 'as the file says',
  },
  kernel: {
    ...numberOf(RANGES.kernel),
    help: `${WHOSE} the side of a patch that feeds one input neuron.`,
    otherwise: 'as the file says, or the one that fits the images',
  },
  stride: {
    ...numberOf(RANGES.kernel),
    help: `${WHOSE} pixels from one patch to the next.`,
    otherwise: 'as the file says, or the kernel',
  },
  train: {
    kind: 'choice',
    of: TRAIN_CODES,
    help: `${WHOSE} how the lit pixels of a patch become spikes.`,
    otherwise: `as the file says, or ${DEFAULT_NETWORK.coding.train}`,
  },
  cut: {
    ...numberOf(RANGES.cut),
    help: `${WHOSE} a pixel of this intensity or less is silent.`,
    otherwise: `as the file says, or ${DEFAULT_NETWORK.input.cut}`,
  },
} as const satisfies OptionTable;

type Given = Values<typeof DESCRIPTION>;
const OPTIONS = Object.keys(DESCRIPTION) as (keyof Given)[];

/** What has to be said: it shapes every spike, and nothing in the weights tells it. */
const NEEDED = ['response', 'threshold', 'deadline'] as const;
type Needed = Pick<NetworkSpec, (typeof NEEDED)[number]>;

/**
 * The model that a command is to run; what of its file is left out is said.
 * @param imageSize reads the size of the images; asked only where the file describes no network
 * @throws CommandError, UsageError
 */
export async function openModel(
  io: Pick<Io, 'cwd' | 'note' | 'readChain'>,
  values: Given & { model: string },
  imageSize: (weights: ForeignWeights) => Promise<ImageSize>,
): Promise<ModelFile> {
  const name = said(values.model);
  const openNir: OpenNir = (file, describe) => readNir(file, io.readChain, describe);
  const bytes = await withFile(io.cwd, values.model, modelBytes).catch((error: unknown) => {
    throw error instanceof ModelFileError ? named(name, error) : error;
  });
  try {
    const model = await openModelFile(bytes, openNir);
    refuseDescription(values, name, model);
    if (model.unsound) io.note(`${name}: ${leftOutSentence(model.unsound)}\n`);
    noteAll(io, name, model);
    return model;
  } catch (error) {
    if (!(error instanceof ModelFileError)) throw error;
    if (!(error instanceof UndescribedError)) throw named(name, error);
    const needed = need(values, name, error.weights);
    const { width, height } = await imageSize(error.weights);
    const size = { width, height };
    try {
      const model = await openModelFile(bytes, openNir, (weights) =>
        descriptionOf({ ...values, ...needed }, weights, size),
      );
      noteAll(io, name, model);
      if (error.weights.known && values.deadline === undefined) {
        io.note(
          `${name}: NIR has no deadlines: layer l may fire until l times ${needed.deadline} (--deadline changes that).\n`,
        );
      }
      return model;
    } catch (misfit) {
      throw misfit instanceof ModelFileError ? named(name, misfit) : misfit;
    }
  }
}

const named = (name: string, error: ModelFileError): CommandError =>
  new CommandError(`${name}: ${error.message}`, { cause: error });

function noteAll(io: Pick<Io, 'note'>, name: string, { notes = [] }: ModelFile): void {
  for (const note of notes) io.note(`${name}: ${note}\n`);
}

function refuseDescription(values: Given, name: string, { spec }: ModelFile): void {
  const given = OPTIONS.find((option) => values[option] !== undefined);
  if (given === undefined) return;
  throw new UsageError(
    `--${given} is for weights whose file describes no network, but ${name} describes one (${networkName(spec)}): leave it out.`,
  );
}

/** @throws CommandError naming the options that are missing; UsageError naming one whose answer the file has */
function need(values: Given, name: string, weights: ForeignWeights): Needed {
  const { known } = weights;
  const { response, threshold, deadline } = values;
  if (known) {
    const given = (['response', 'threshold'] as const).find((key) => values[key] !== undefined);
    if (given !== undefined) {
      throw new UsageError(`--${given} is said by ${name} itself (${known[given]}): leave it out.`);
    }
    return { ...known, deadline: deadline ?? DEFAULT_NETWORK.deadline };
  }
  if (response !== undefined && threshold !== undefined && deadline !== undefined) {
    return { response, threshold, deadline };
  }
  const missing = NEEDED.filter((option) => values[option] === undefined);
  const usual = missing.map((option) => `--${option} ${DEFAULT_NETWORK[option]}`).join(' ');
  throw new CommandError(
    `${name}: The file describes no network: say what its weights ${weightsName(weights)} belong to with ` +
      `${missing.map((option) => `--${option}`).join(', ')} (usual would be ${usual}).`,
  );
}

function descriptionOf(
  values: Given & Needed,
  weights: ForeignWeights,
  size: ImageSize,
): Description {
  const { response, threshold, deadline, train, cut } = values;
  const fitting = codingFor(weights.sizes[0]!, size) ?? DEFAULT_NETWORK.coding;
  const kernel = values.kernel ?? fitting.kernel;
  const stride = values.stride ?? (values.kernel === undefined ? fitting.stride : kernel);
  return {
    input: { ...size, cut: cut ?? DEFAULT_NETWORK.input.cut },
    coding: { kernel, stride, train: train ?? DEFAULT_NETWORK.coding.train },
    response,
    threshold,
    deadline,
  };
}
