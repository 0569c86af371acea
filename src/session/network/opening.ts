/** Opening model files. Weights whose file describes no network wait until a person has described it. */
import { createStore } from 'zustand/vanilla';
import { blobSource } from '../../data/byte-source';
import type { Network, Snapshot } from '../../engine/engine';
import { likelyDescription, type Description } from '../../files/describe-weights';
import type { ForeignWeights } from '../../files/foreign-weights';
import { UndescribedError, type ModelFile } from '../../files/model-file';
import { ModelFileError } from '../../files/model-file-error';
import { modelBytes, openModelFile, type OpenNir } from '../../files/model-source';
import { NOT_FETCHED } from '../../files/nir/hdf5';
import { namedSettings } from '../../files/named-settings';
import { leftOutSentence } from '../../files/optimizer-state';
import { said } from '../../model/said';
import type { Core } from '../core/core';
import { settingsBetween } from './fit';
import type { NetworkActions } from './network-actions';

/** What is said of the model file on the page. */
const TOPIC = 'model file';

/** What has to be said before a file's weights are a network. */
export interface Question {
  /** The file's name, as sentences repeat it. */
  name: string;
  file: Uint8Array<ArrayBuffer>;
  weights: ForeignWeights;
  likely: Description;
}

export interface OpeningState {
  question: Question | null;
}

/** In a worker: its part of the page comes when it is needed. */
const openNir: OpenNir = async (bytes, describe) => {
  const part = await import('../../files/nir/aside/open-nir').catch((cause: unknown) => {
    throw new ModelFileError(NOT_FETCHED, { cause });
  });
  return part.openNir(bytes, describe);
};

/** What `work` gives; a refusal names the file. */
async function naming<T>(name: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ModelFileError) || error instanceof UndescribedError) throw error;
    throw new ModelFileError(`${name}: ${error.message}`, { cause: error });
  }
}

/** A file with optimiser state goes on where it stopped. */
function networkOf({
  spec,
  weights,
  optimizer,
  metadata,
}: ModelFile): (Network | Snapshot) & Pick<ModelFile, 'metadata'> {
  return optimizer ? { spec, weights, metadata, ...optimizer } : { spec, weights, metadata };
}

export function createOpening(
  core: Pick<Core, 'data' | 'guarded' | 'messages' | 'network'>,
  network: Pick<NetworkActions, 'put'>,
) {
  const store = createStore<OpeningState>(() => ({ question: null }));

  /** Images at hand, which weights without a description are most likely for. */
  function imagesAtHand(): { width: number; height: number } {
    const { width, height } = core.data.getState().test.set ?? core.network.getState().spec.input;
    return { width, height };
  }

  async function place(model: ModelFile, name: string): Promise<void> {
    // Points are learned otherwise than images: what a file does not say of that comes with what its network reads.
    const usual = settingsBetween(core.network.getState().spec.input, model.spec.input);
    const settings = usual && { ...usual, ...namedSettings(model.metadata) };
    await network.put(() => networkOf(model), { kind: 'file', name }, settings);
    // Messages about an earlier file are out of date.
    core.messages.settle(TOPIC);
    const { unsound, notes = [] } = model;
    const said = unsound ? [leftOutSentence(unsound), ...notes] : notes;
    if (said.length > 0) core.messages.note(`${name}: ${said.join(' ')}`, { topic: TOPIC });
  }

  return {
    store,
    /** What was there stays where the file is broken, or until its question is answered. */
    load: (blob: Blob, fileName: string) =>
      core.guarded(async () => {
        const name = said(fileName);
        store.setState({ question: null });
        const file = await naming(name, () => modelBytes(blobSource(blob)));
        try {
          await place(await naming(name, () => openModelFile(file, openNir)), name);
        } catch (error) {
          if (!(error instanceof UndescribedError)) throw error;
          const { weights } = error;
          const likely = likelyDescription(weights, imagesAtHand());
          store.setState({ question: { name, file, weights, likely } });
        }
      }, 'network'),
    /** Answers the question: the network that its weights belong to. */
    describe: (description: Description) =>
      core.guarded(async () => {
        const { question } = store.getState();
        if (!question) return;
        store.setState({ question: null });
        const { name, file } = question;
        const model = await naming(name, () => openModelFile(file, openNir, () => description));
        await place(model, name);
      }, 'network'),
    /** The file is not opened after all. */
    dismiss: () => store.setState({ question: null }),
  };
}

export type Opening = ReturnType<typeof createOpening>;
