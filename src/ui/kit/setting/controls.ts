/** The controls of a training run, in one table: what each is called, may be, and does. */
import { isPointSize } from '../../../data/points/point';
import type { ImageSize } from '../../../data/image-set';
import { RANGES, type NumberRange } from '../../../model/ranges';
import type { TrainingSettings } from '../../../model/training';
import type { TermName } from '../../../words/terms/en';

interface Common<K extends keyof TrainingSettings> {
  key: K;
  label: string;
  /** One sentence: what it does, and when a change acts. */
  says: string;
  /** The term of the page that it is. */
  term: TermName;
  /** Only these settings have a use for it. */
  appliesTo?: (settings: TrainingSettings) => boolean;
}

export interface NumberControl extends Common<
  'learningRate' | 'margin' | 'temperature' | 'batch' | 'epochs' | 'seed'
> {
  kind: 'number';
  min: number;
  max: number;
  open?: 'low' | 'high';
  /** Whole numbers are typed, all others dragged. */
  whole?: boolean;
  /** The stretch of the range that the slider shows, equal ways for equal ratios; a value beyond stays as it is. */
  slider?: { min: number; max: number };
}

export interface ChoiceControl extends Common<'loss' | 'optimizer' | 'distort'> {
  kind: 'choice';
  options: readonly { value: string; label: string }[];
}

export type Control = NumberControl | ChoiceControl;

/** What the table of ranges says of a number. */
const limits = ({ range: [min, max], open, whole }: NumberRange) => ({ min, max, open, whole });

export const CONTROLS: readonly Control[] = [
  {
    kind: 'number',
    key: 'learningRate',
    term: 'learningRate',
    label: 'learning rate',
    says: 'How far a step moves the weights at the start of the run; it falls to 0 along a cosine by the end of the plan. Acts at the next step.',
    ...limits(RANGES.learningRate),
    slider: { min: 1e-5, max: 1e-1 },
  },
  {
    kind: 'number',
    key: 'margin',
    term: 'margin',
    label: 'margin',
    says: 'How much earlier than any rival the true class must spike; a sample that leads by more moves no weight. Acts at the next step.',
    ...limits(RANGES.margin),
    slider: { min: 0.01, max: 1 },
    appliesTo: ({ loss }) => loss === 'heuristic',
  },
  {
    kind: 'number',
    key: 'temperature',
    term: 'temperature',
    label: 'temperature',
    says: 'How large a difference in time counts: small is strict about near ties, large is mild. Acts at the next step.',
    ...limits(RANGES.temperature),
    slider: { min: 0.005, max: 1 },
    appliesTo: ({ loss }) => loss === 'cross-entropy',
  },
  {
    kind: 'choice',
    key: 'loss',
    term: 'loss',
    label: 'loss',
    says: 'What is asked of the output spikes: heuristic wants the true class to lead every rival by the margin, cross-entropy weighs all spike times. Acts at the next step.',
    options: [
      { value: 'heuristic', label: 'heuristic' },
      { value: 'cross-entropy', label: 'cross-entropy' },
    ],
  },
  {
    kind: 'choice',
    key: 'optimizer',
    term: 'optimizer',
    label: 'optimiser',
    says: 'Adam scales each weight’s step by its own gradients; SGD with momentum 0.9 takes the gradient as it is and wants a larger rate. Acts at the next step.',
    options: [
      { value: 'adam', label: 'Adam' },
      { value: 'sgd', label: 'SGD, momentum' },
    ],
  },
  {
    kind: 'choice',
    key: 'distort',
    term: 'distorted',
    label: 'distortion',
    says: 'Shows each image a little shifted, turned, bent or mirrored, anew at every use: slower to learn, better on images never seen. Mirrored digits and letters are other signs: mirror pictures of things. Acts at the next step.',
    options: [
      { value: 'none', label: 'none' },
      { value: 'shift', label: 'shift' },
      { value: 'affine', label: 'affine' },
      { value: 'elastic', label: 'elastic' },
      { value: 'affine+elastic', label: 'affine, elastic' },
      { value: 'flip', label: 'mirrored' },
      { value: 'flip+shift', label: 'mirrored, shift' },
      { value: 'flip+affine', label: 'mirrored, affine' },
    ],
  },
  {
    kind: 'number',
    key: 'batch',
    term: 'batch',
    label: 'batch',
    says: 'Samples a step takes its mean gradient over: fewer are more steps an epoch, more are calmer curves. Acts at the next step.',
    ...limits(RANGES.batch),
  },
  {
    kind: 'number',
    key: 'epochs',
    term: 'epoch',
    label: 'epochs',
    says: 'How often the run goes through all training samples; the learning rate’s curve stretches with it. Acts at the next step.',
    ...limits(RANGES.epochs),
  },
  {
    kind: 'number',
    key: 'seed',
    term: 'seed',
    label: 'seed',
    says: 'Decides the initial weights, the order of the samples and, of images, their distortions. Acts at the next reset.',
    ...limits(RANGES.seed),
  },
];

/** The controls that the settings have a use for. @param input what the network reads: a point moved would be another point */
export function controlsFor(settings: TrainingSettings, input: ImageSize | null = null): Control[] {
  return CONTROLS.filter(
    ({ key, appliesTo }) =>
      (appliesTo?.(settings) ?? true) && !(key === 'distort' && input && isPointSize(input)),
  );
}
