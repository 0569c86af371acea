/** The settings of the training that a model file names in its metadata, as the command line writes them (formats.md). */
import { MOST_DEPTH } from '../model/bounded';
import { LOSSES } from '../model/loss';
import { OPTIMIZERS } from '../model/optimizer';
import { isWithin, RANGES } from '../model/ranges';
import { DISTORTIONS, type TrainingSettings } from '../model/training';
import { JsonError, parseJson } from './strict-json';

/** What each may be. The seed is not among them: it is of the weights that were, not of how they are learned. */
const VALID: { [K in Exclude<keyof TrainingSettings, 'seed'>]: (value: unknown) => boolean } = {
  epochs: (value) => isWithin(RANGES.epochs, value),
  batch: (value) => isWithin(RANGES.batch, value),
  learningRate: (value) => isWithin(RANGES.learningRate, value),
  loss: (value) => LOSSES.some((loss) => loss === value),
  margin: (value) => isWithin(RANGES.margin, value),
  temperature: (value) => isWithin(RANGES.temperature, value),
  optimizer: (value) => OPTIMIZERS.some((optimizer) => optimizer === value),
  distort: (value) => DISTORTIONS.some((distortion) => distortion === value),
  ema: (value) => isWithin(RANGES.ema, value),
};

/** Those that are named and can be; none where the metadata name none, or in no form that is known. */
export function namedSettings(metadata: Record<string, string> = {}): Partial<TrainingSettings> {
  const named = object(metadata.training);
  return Object.fromEntries(
    Object.entries(VALID)
      .filter(([key, isValid]) => Object.hasOwn(named, key) && isValid(named[key]))
      .map(([key]) => [key, named[key]]),
  );
}

function object(text: string | undefined): Record<string, unknown> {
  if (text === undefined) return {};
  try {
    const value = parseJson(text, MOST_DEPTH);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch (error) {
    if (!(error instanceof JsonError)) throw error;
    return {};
  }
}
