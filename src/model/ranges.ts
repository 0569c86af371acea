/**
 * What the numbers of a network and of its training may be: one table, which model files, links, controls, commands, engines and
 * what was stored are held to. A slider may show a smaller stretch of a range; what is typed or linked is kept as it is.
 */

/** A stretch of numbers. */
export interface NumberRange {
  /** Smallest and largest; without a largest, Infinity. */
  range: readonly [low: number, high: number];
  /** The end that is not in it; at a low one, neither is what is 0 in the engines' float32. */
  open?: 'low' | 'high';
  /** Whole numbers alone. */
  whole?: boolean;
}

interface Row extends NumberRange {
  /** Its name at the beginning of a sentence. */
  name: string;
  /** What it is where nothing is said. */
  usual?: number;
  /** Why these ends. */
  why: string;
}

/** Most neurons of a layer. */
export const MOST_NEURONS = 16_384;

export const RANGES = {
  // The network.
  side: {
    name: 'The side of an image',
    whole: true,
    range: [1, 64],
    usual: 28,
    why: '4,096 input neurons: a map and a raster of them can still be read.',
  },
  cut: {
    name: 'The cut',
    range: [0, 1],
    open: 'high',
    usual: 0.1,
    why: 'Intensities are in [0, 1]; at 1 no pixel would ever spike.',
  },
  kernel: {
    name: 'The kernel',
    whole: true,
    range: [1, 8],
    usual: 1,
    why: 'Patches of 8 x 8 side by side leave 28 x 28 pixels nine input neurons.',
  },
  hiddenLayers: {
    name: 'The number of dense hidden layers',
    whole: true,
    range: [0, 3],
    usual: 1,
    why: 'The most accurate networks that were tried have two, and each takes a raster on the page.',
  },
  convolutions: {
    name: 'The number of convolutional layers',
    whole: true,
    range: [0, 2],
    usual: 0,
    why: 'Two of stride 2 leave 28 x 28 pixels about 5 x 5 places.',
  },
  channels: {
    name: 'The number of channels',
    whole: true,
    range: [1, 128],
    why: 'The page draws a map a channel.',
  },
  hiddenSize: {
    name: 'The size of a hidden layer',
    whole: true,
    range: [1, 1024],
    usual: 128,
    why: 'The tables of the engines hold so many neurons of a dense layer.',
  },
  classes: {
    name: 'The number of classes',
    whole: true,
    range: [2, 64],
    usual: 10,
    why: 'One class is no choice; digits and letters, large and small, are 62. The kernel of the loss holds so many.',
  },
  threshold: {
    name: 'The threshold',
    range: [0, 100],
    open: 'low',
    usual: 1,
    why: 'At 0 every neuron would fire before its input. New weights scale with it, so that larger ones say nothing new.',
  },
  deadline: {
    name: 'The deadline',
    range: [0, 100],
    open: 'low',
    usual: 3,
    why: 'The input is over at 1; a hundred times as long is as good as for ever.',
  },
  inputSpikes: {
    name: 'The number of input spikes',
    range: [0, MOST_NEURONS],
    why: 'No layer has more neurons. A mean over images, so that it may be any number.',
  },

  // Points of the plane.
  pointNoise: {
    name: 'The noise of points',
    range: [0, 0.5],
    usual: 0,
    why: 'A standard deviation, in sides of the plane: at half a side nothing of a class is left.',
  },
  pointCount: {
    name: 'The number of points',
    whole: true,
    range: [1, 60_000],
    usual: 5000,
    why: 'As many as MNIST has images: the plane has no room for more.',
  },
  pointClasses: {
    name: 'The number of classes of points',
    whole: true,
    range: [2, 4],
    usual: 2,
    why: 'Blobs of more classes would lie on one another.',
  },

  // The training.
  epochs: {
    name: 'The number of epochs',
    whole: true,
    range: [1, 10_000],
    usual: 3,
    why: 'The last is where the learning rate reaches 0, so that a plan for ever would never lower it.',
  },
  batch: {
    name: 'The batch',
    whole: true,
    range: [1, 1024],
    usual: 64,
    why: 'The engines keep the spikes of a whole batch.',
  },
  learningRate: {
    name: 'The learning rate',
    range: [0, 10],
    usual: 2e-3,
    why: 'At 0 the weights stay as they are. SGD and large thresholds want larger rates than Adam at a threshold of 1.',
  },
  margin: {
    name: 'The margin',
    range: [0, 100],
    open: 'low',
    usual: 0.1,
    why: 'A lead in time, which is divided by; as long as the longest deadline at most.',
  },
  temperature: {
    name: 'The temperature',
    range: [0, 100],
    open: 'low',
    usual: 0.04,
    why: 'A difference in time, which is divided by; as long as the longest deadline at most.',
  },
  ema: {
    name: 'The decay of the running average',
    range: [0, 1],
    open: 'high',
    usual: 0,
    why: 'At 0 none is kept; at 1 it would never move.',
  },
  seed: {
    name: 'The seed',
    whole: true,
    range: [0, 0xffff_ffff],
    usual: 1,
    why: 'The random generator takes 32 bits.',
  },
  spread: {
    name: 'The spread',
    range: [0, 10],
    usual: 0.25,
    why: 'At 0 all neurons of a layer begin alike; far above the usual most of them fall silent.',
  },
} as const satisfies Record<string, Row>;

/** Whether a value is a number of a range. */
export function isWithin(
  { range: [low, high], open, whole }: NumberRange,
  value: unknown,
): boolean {
  if (typeof value !== 'number' || !(Number.isFinite(value) && value >= low && value <= high))
    return false;
  if (open === 'low' && !(Math.fround(value) > low)) return false;
  if (open === 'high' && value === high) return false;
  return !whole || Number.isInteger(value);
}

/** What a number must be, to end the sentence "... must be": "a number above 0, at most 100". */
export function rangeWords({ range: [low, high], open, whole }: NumberRange): string {
  const number = whole ? 'a whole number' : 'a number';
  if (high === Infinity) return `${number}, ${low} or more`;
  if (open === 'low') return `${number} above ${low}, at most ${high}`;
  return `${number} from ${low} ${open === 'high' ? 'to below' : 'to'} ${high}`;
}
