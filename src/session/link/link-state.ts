/** Between the flat table of a link and what the session works with. */
import { DEFAULT_MODEL } from '../../files/default-model';
import { DEFAULT_NETWORK, layerSizes, networkName, type NetworkSpec } from '../../model/network';
import { defaultLearningRate, type TrainingSettings } from '../../model/training';
import { NetworkError, parseNetwork } from '../../model/validate';
import type { LinkState } from './link-table';
import { changeCost, type Birth, type Origin } from '../network/network';

/** @throws NetworkError where the parts do not go together */
export function networkOf(state: LinkState): NetworkSpec {
  const { width, height, cut, k, stride, train, response, layers, threshold, deadline } = state;
  const { convolutions, polarity } = state;
  return parseNetwork({
    input: { width, height, cut },
    coding: { kernel: k, stride: stride ?? k, train, polarity },
    response,
    convolutions: [...convolutions],
    layers: [...layers],
    threshold,
    deadline,
  });
}

export function fromNetwork(spec: NetworkSpec) {
  const { input, coding, response, convolutions = [], layers, threshold, deadline } = spec;
  const { kernel, stride, train, polarity = 'ink' } = coding;
  const { width, height, cut } = input;
  return {
    width,
    height,
    cut,
    k: kernel,
    stride: stride === kernel ? null : stride,
    train,
    polarity,
    response,
    convolutions,
    layers,
    threshold,
    deadline,
  } satisfies Partial<LinkState>;
}

export function settingsOf(state: LinkState): TrainingSettings {
  const { epochs, batch, loss, margin, temperature, optimizer, distort, ema, seed } = state;
  const rest = { epochs, batch, loss, margin, temperature, optimizer, distort, ema, seed };
  return { ...rest, learningRate: state.rate ?? defaultLearningRate(epochs) };
}

export function fromSettings(settings: TrainingSettings) {
  const { learningRate, ...rest } = settings;
  const usual = learningRate === defaultLearningRate(settings.epochs);
  return { ...rest, rate: usual ? null : learningRate } satisfies Partial<LinkState>;
}

/** Whether the default model's weights fit a description. */
const isDefault = (spec: NetworkSpec) => changeCost(DEFAULT_NETWORK, spec) !== 'new network';

/** The shipped model that a link opens with; null: new weights. */
export function shippedModel(state: LinkState): string | null {
  if (state.weights === 'new') return null;
  return state.weights ?? (isDefault(networkOf(state)) ? DEFAULT_MODEL : null);
}

/** What a link says of the weights that training started from. */
export function fromModel(spec: NetworkSpec, shipped: string | null): LinkState['weights'] {
  const byDefault = isDefault(spec) ? DEFAULT_MODEL : null;
  return shipped === byDefault ? null : (shipped ?? 'new');
}

/** Whether a network's weights are others than a link can say: trained further, or from a file. */
export const isBeyondLinks = ({ kind }: Origin, step: number): boolean =>
  step > 0 || kind === 'file' || kind === 'trained';

/** How new weights were made; `drive` null where the link leaves it open. */
export function birthOf(state: LinkState): Omit<Birth, 'drive'> & { drive: number | null } {
  const { born, bornThreshold, drive, seed, threshold } = state;
  return { seed: born ?? seed, threshold: bornThreshold ?? threshold, drive };
}

export function fromBirth(birth: Birth, spec: NetworkSpec, settings: TrainingSettings) {
  return {
    born: birth.seed === settings.seed ? null : birth.seed,
    bornThreshold: birth.threshold === spec.threshold ? null : birth.threshold,
    drive: birth.drive,
  } satisfies Partial<LinkState>;
}

/** What does not go together in a state whose parts are right one by one, without the full stop; null when all does. */
export function faultOf(state: LinkState): string | null {
  let spec: NetworkSpec;
  try {
    spec = networkOf(state);
  } catch (error) {
    if (error instanceof NetworkError) return error.message.replace(/\.$/, '');
    throw error;
  }
  const { neuron } = state;
  if (neuron && !(neuron.neuron < (layerSizes(spec)[neuron.layer] ?? 0))) {
    return `it selects neuron ${neuron.neuron} of layer ${neuron.layer}, which ${networkName(spec)} does not have`;
  }
  return null;
}
