/** Where models come from: a file, or nowhere. */
import { createStarter } from '../engine/start';
import { likelyDescription } from '../files/describe-weights';
import { readModel } from '../files/model-file';
import { modelBytes } from '../files/model-source';
import { DEFAULT_NETWORK } from '../model/network';
import { parseNetwork } from '../model/validate';
import { createModel } from './create-model';
import type { Model, ModelOptions, NetworkDescription } from './model';
import { openSource, type Source } from './source';

/**
 * Loads a model file (.safetensors), of the playground, of its commands or of `save`.
 * @throws Error with one sentence where it does not come, or is no model
 */
export async function loadModel(source: Source, options: ModelOptions = {}): Promise<Model> {
  const bytes = await modelBytes(await openSource(source, 'The model'));
  const { description } = options;
  const file = readModel(
    bytes,
    description &&
      ((weights) => ({ ...likelyDescription(weights, DEFAULT_NETWORK.input), ...description })),
  );
  return createModel(file, starting(options));
}

/**
 * A network that has learned nothing yet. Its first weights are drawn when it is trained: they follow from the images.
 * @throws Error with one sentence where there can be no such network
 */
export function newModel(
  network: NetworkDescription = {},
  options: Pick<ModelOptions, 'engine'> = {},
): Model {
  return createModel({ spec: parseNetwork(network) }, starting(options));
}

/** Nothing is measured for a page that may want one answer alone. */
const NO_MEMORY = { get: () => undefined, set: () => undefined };

const starting = ({ engine = 'auto' }: Pick<ModelOptions, 'engine'>) => {
  return () => createStarter(NO_MEMORY).start(engine);
};
