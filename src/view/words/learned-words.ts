/** What shown weights were trained with, where that is not what a run would begin with. */
import type { TrainingSettings } from '../../model/training';
import { texts } from '../../words/lang/texts';
import { formatCount, formatSmall, plural } from '../../words/numbers';

const WORDS = texts(
  {
    epochs: (n: number) => plural(n, 'epoch'),
    distorted: 'distorted',
    undistorted: 'not distorted',
    rate: (x: string) => `learning rate ${x}`,
    margin: (x: string) => `margin ${x}`,
    temperature: (x: string) => `temperature ${x}`,
    batch: (n: string) => `batch ${n}`,
    these: 'These weights: ',
    otherwise: 'trained otherwise',
    sentence: (list: string) => `Trained with: ${list}. Run starts with the settings below.`,
    take: 'Take theirs',
  },
  {
    de: {
      epochs: (n) => (n === 1 ? '1 Epoche' : `${formatCount(n)} Epochen`),
      distorted: 'verzerrt',
      undistorted: 'nicht verzerrt',
      rate: (x) => `Lernrate ${x}`,
      margin: (x) => `Marge ${x}`,
      temperature: (x) => `Temperatur ${x}`,
      batch: (n) => `Stapel ${n}`,
      these: 'Diese Gewichte: ',
      otherwise: 'anders trainiert',
      sentence: (list) => `Trainiert mit: ${list}. Run beginnt mit den Einstellungen unten.`,
      take: 'Deren Einstellungen übernehmen',
    },
  },
);

const OPTIMIZERS: Record<TrainingSettings['optimizer'], string> = { adam: 'Adam', sgd: 'SGD' };

/**
 * "Trained with: cross-entropy, 60 epochs, distorted. Run starts with the settings below."; null where nothing differs that matters.
 * `these` and `otherwise` are the mark, one line; the sentence says how.
 * @param learned as far as the model says
 */
export function learnedWords(
  learned: Partial<TrainingSettings>,
  settings: TrainingSettings,
): { these: string; otherwise: string; sentence: string; take: string } | null {
  const words = WORDS();
  const list: string[] = [];
  /** Says what differs of what is known. */
  const say = <K extends keyof TrainingSettings>(
    key: K,
    write: (value: TrainingSettings[K]) => string,
  ) => {
    const value = learned[key];
    if (value !== undefined && value !== settings[key]) list.push(write(value));
  };
  const { loss = settings.loss } = learned;
  say('loss', (value) => value);
  say('epochs', words.epochs);
  say('distort', (value) => (value === 'none' ? words.undistorted : words.distorted));
  say('learningRate', (value) => words.rate(formatSmall(value)));
  if (loss === 'heuristic') say('margin', (value) => words.margin(formatSmall(value)));
  else say('temperature', (value) => words.temperature(formatSmall(value)));
  say('optimizer', (value) => OPTIMIZERS[value]);
  say('batch', (value) => words.batch(formatCount(value)));
  if (list.length === 0) return null;
  const { these, otherwise, take } = words;
  return { these, otherwise, sentence: words.sentence(list.join(', ')), take };
}
