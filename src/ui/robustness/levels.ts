/** The four imperfections in the words and units of the page. */
import { FULL_BITS, type Imperfection } from '../../model/imprecise';

export interface LevelWords {
  name: string;
  /** One sentence: what it does. */
  hint: string;
  /** Behind the number. */
  unit: string;
  /** What is typed, from the level, and back. */
  shown: (level: number) => number;
  level: (shown: number) => number;
  /** Of the slider, in what is typed. */
  slider: { min: number; max: number; step: number };
  /** A level on an axis and in a table. */
  format: (level: number) => string;
}

const percents = {
  unit: '%',
  shown: (level: number) => Number((level * 100).toPrecision(12)),
  level: (shown: number) => shown / 100,
  slider: { min: 0, max: 90, step: 1 },
  format: (level: number) => `${Number((level * 100).toPrecision(4))} %`,
};

export const LEVELS: Record<Imperfection, LevelWords> = {
  jitter: {
    name: 'Spike-time jitter',
    hint: 'Every spike comes early or late, by a Gaussian of this standard deviation; the input lasts 1.',
    unit: 'σ',
    shown: (level) => level,
    level: (shown) => shown,
    slider: { min: 0, max: 0.5, step: 0.01 },
    format: (level) => String(Number(level.toPrecision(4))),
  },
  bits: {
    name: 'Weight bits',
    hint: 'Weights are stored in so many bits, in equal steps up to the largest of the layer; 32 leaves them as they are.',
    unit: 'bits',
    shown: (level) => level,
    level: (shown) => shown,
    slider: { min: 2, max: 9, step: 1 },
    format: (level) => (level === FULL_BITS ? 'all' : String(level)),
  },
  dead: {
    name: 'Dead neurons',
    hint: 'This share of every hidden layer never spikes.',
    ...percents,
  },
  dropped: {
    name: 'Lost spikes',
    hint: 'Each spike gets lost with this probability: of an input, of a hidden neuron, of an output.',
    ...percents,
  },
};

/** The slider of the bits ends one step after 8, which stands for full precision. */
export const toSlider = (imperfection: Imperfection, shown: number): number =>
  imperfection === 'bits' ? Math.min(shown, LEVELS.bits.slider.max) : shown;

export const fromSlider = (imperfection: Imperfection, value: number): number =>
  imperfection === 'bits' && value >= LEVELS.bits.slider.max ? FULL_BITS : value;
