/** Networks with settings that are known to be good on MNIST: measured on the CPU engine, seed 1, with the command-line trainer. */
import {
  classCount,
  DEFAULT_NETWORK,
  type Convolution,
  type NetworkSpec,
} from '../../model/network';
import { DEFAULT_TRAINING, type TrainingSettings } from '../../model/training';
import { fittingOrNull } from './network';

export interface Preset {
  name: string;
  /** What it shows, in a sentence. */
  shows: string;
  /** On 10,000 test samples, [0, 1]. */
  accuracy: number;
  coding: NetworkSpec['coding'];
  convolutions?: Convolution[];
  hidden: number[];
  settings: Partial<TrainingSettings>;
}

const NONE: NetworkSpec['coding'] = { kernel: 1, stride: 1, train: 'latency' };
const CROSS: Partial<TrainingSettings> = { loss: 'cross-entropy', epochs: 5, learningRate: 2e-3 };

export const PRESETS: Preset[] = [
  {
    name: 'Quick and good',
    shows:
      'The default: three epochs with the heuristic loss, which leaves alone what is told apart.',
    accuracy: 0.9717,
    coding: NONE,
    hidden: [128],
    settings: { epochs: 3, learningRate: 2e-3 },
  },
  {
    name: 'Cross-entropy',
    shows: 'Every image teaches at every step: a little better, and fewer hidden spikes.',
    accuracy: 0.9759,
    coding: NONE,
    hidden: [128],
    settings: CROSS,
  },
  {
    name: 'A quarter of the weights',
    shows:
      'Patches of 2 x 2 pixels share a spike train: 26,368 weights do nearly as well as 101,632.',
    accuracy: 0.9753,
    coding: { kernel: 2, stride: 2, train: 'latency' },
    hidden: [128],
    settings: CROSS,
  },
  {
    name: 'Overlapping patches',
    shows: 'Patches of 4 x 4 every 2 pixels as phase trains: large fields of view, few inputs.',
    accuracy: 0.9691,
    coding: { kernel: 4, stride: 2, train: 'phase' },
    hidden: [128],
    settings: CROSS,
  },
  {
    name: 'Smallest',
    shows: '49 inputs and 7,552 weights, and still 96 of 100 right: how far packing goes.',
    accuracy: 0.959,
    coding: { kernel: 4, stride: 4, train: 'phase' },
    hidden: [128],
    settings: { ...CROSS, epochs: 8 },
  },
  {
    name: 'Convolutions',
    shows:
      'Two layers whose weights all places share: the best of five epochs, and the maps show where what is seen.',
    accuracy: 0.9863,
    coding: NONE,
    convolutions: [
      { channels: 16, kernel: 5, stride: 2 },
      { channels: 32, kernel: 3, stride: 2 },
    ],
    hidden: [128],
    settings: CROSS,
  },
  {
    name: 'Best of one layer',
    shows: '400 hidden neurons, twelve epochs of images shifted by a pixel: takes the longest.',
    accuracy: 0.9869,
    coding: NONE,
    hidden: [400],
    settings: { epochs: 12, learningRate: 1e-3, distort: 'shift' },
  },
];

/** The network of a preset, for the images and classes of `base`; null where its patches or convolutions do not fit these images. */
export function presetSpec(
  { coding, convolutions, hidden }: Preset,
  base: NetworkSpec,
): NetworkSpec | null {
  const layers = [...hidden, classCount(base)];
  return fittingOrNull({
    ...DEFAULT_NETWORK,
    input: base.input,
    coding,
    ...(convolutions && { convolutions }),
    ...(base.classNames && { classNames: base.classNames }),
    layers,
  });
}

/** Why a preset is not offered, in a sentence. */
export function presetMisfit({ coding, convolutions }: Preset, { input }: NetworkSpec): string {
  const { kernel } = coding;
  const what = convolutions ? 'convolutions' : `patches of ${kernel} x ${kernel} pixels`;
  return `Its ${what} do not fit into images of ${input.width} x ${input.height}.`;
}

/** All settings of a preset: what it does not name is the default. */
export function presetSettings({ settings }: Preset): TrainingSettings {
  return { ...DEFAULT_TRAINING, ...settings };
}
