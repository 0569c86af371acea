/** How a network is trained, with the usual values for what is not said. */
import { LOSSES } from '../model/loss';
import { OPTIMIZERS } from '../model/optimizer';
import {
  DEFAULT_TRAINING,
  defaultLearningRate,
  DISTORTIONS,
  type TrainingSettings,
} from '../model/training';
import { said } from '../model/said';

/** Any of them may be left out: 3 epochs of batches of 64 with Adam and the heuristic loss, then. */
export type Settings = Partial<TrainingSettings>;

const CHOICES = { loss: LOSSES, optimizer: OPTIMIZERS, distort: DISTORTIONS } as const;

/** Numbers out of range are for the engine to refuse. @throws Error where a setting is unknown or no choice of its own */
export function settingsOf(given: Settings): TrainingSettings {
  const unknown = Object.keys(given).find((key) => !Object.hasOwn(DEFAULT_TRAINING, key));
  if (unknown !== undefined) {
    throw new Error(
      `There is no setting "${said(unknown)}": there are ${Object.keys(DEFAULT_TRAINING).join(', ')}.`,
    );
  }
  const usual = {
    ...DEFAULT_TRAINING,
    learningRate: defaultLearningRate(given.epochs ?? DEFAULT_TRAINING.epochs),
  };
  const settings = { ...usual, ...given };
  for (const [key, choices] of Object.entries(CHOICES)) {
    const value = settings[key as keyof typeof CHOICES];
    if (!(choices as readonly string[]).includes(value)) {
      throw new Error(`"${said(String(value))}" is no ${key}: choose ${choices.join(', ')}.`);
    }
  }
  return settings;
}
