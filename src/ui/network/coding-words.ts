/** The train codes in plain words: two choices, a sentence each. */
import type { Polarity, trainParts, TrainCode } from '../../model/network';
import type { Option } from '../kit/select';

type Parts = ReturnType<typeof trainParts>;
export type PixelCode = Parts['pixel'];
export type Emission = Parts['emits'];

export const PIXEL_CODES: Option<PixelCode>[] = [
  { value: 'latency', label: 'latency' },
  { value: 'phase', label: 'phase' },
];

export const EMISSIONS: Option<Emission>[] = [
  { value: 'train', label: 'its whole train' },
  { value: 'first', label: 'its first spike' },
  { value: 'mean', label: 'one mean spike' },
];

export const PIXEL_SAYS: Record<PixelCode, string> = {
  latency: 'Each inked pixel spikes the earlier, the more ink it holds.',
  phase: 'A pixel’s place in its patch sets its turn, its ink when within the turn.',
};

export const EMITS_SAYS: Record<Emission, string> = {
  train:
    'A spike an inked pixel; together they act from their average delay on, the more the stronger.',
  first: 'One spike a patch, when its train begins: how many pixels hold ink is not told.',
  mean: 'One spike a patch, at the average delay of its train: how many pixels hold ink is not told.',
};

/** Of points there is nothing to choose. */
export const POINT_SAYS =
  'A point is five spikes: x, 1 − x, y and 1 − y, each the earlier the larger it is, and the bias at 0, from which the others are told.';

/** What is said of both where a patch is one pixel. */
export const ONE_PIXEL = 'A patch of one pixel spikes once: all codes are the same.';

export const POLARITIES: Option<Polarity>[] = [
  { value: 'ink', label: 'ink' },
  { value: 'both', label: 'ink and paper' },
];

export const POLARITY_SAYS: Record<Polarity, string> = {
  ink: 'One input neuron a pixel: ink is early, paper silent.',
  both: 'Two input neurons a pixel: of ink x one spikes at 1 − x, the other, for paper, at x.',
};

/** What is said where a patch holds several pixels. */
export const PATCHES_OF_INK = 'Patches of several pixels have ink alone.';

export function trainCode(pixel: PixelCode, emits: Emission): TrainCode {
  return emits === 'train' ? pixel : `${pixel}-${emits}`;
}
