/**
 * What a link carries of the session, in one table: name in the address, form and range, and what it is where the link does not
 * say. How all of it is looked at, the page adds (src/view/link/parts.ts). A new row makes links that older pages do not know
 * (they say so); changing or dropping a row needs a new VERSION.
 */
import { MODEL_NAME } from '../../files/model-name';
import { LOSSES } from '../../model/loss';
import {
  DEFAULT_NETWORK,
  POLARITIES,
  RESPONSES,
  TRAIN_CODES,
  type Convolution,
} from '../../model/network';
import { OPTIMIZERS } from '../../model/optimizer';
import { MOST_NEURONS, RANGES } from '../../model/ranges';
import { DEFAULT_TRAINING, DISTORTIONS } from '../../model/training';
import { MNIST } from '../data/data-id';
import {
  as,
  choice,
  field,
  flag,
  list,
  nullable,
  text,
  time,
  whole,
  within,
  type Field,
} from './link-codecs';
import { drawing } from './link-drawing';
import { pointsCodec } from './link-points';

/** As in a network's name: `16c5s2`; a stride of 1 is left out. */
const convolution = as(
  { ...text(12, /^[1-9]\d?c[1-8](s[1-8])?$/), must: 'a convolution like 16c5s2' },
  (value): Convolution => {
    const [channels, kernel, stride = 1] = value.split(/[cs]/).map(Number);
    return { channels: channels!, kernel: kernel!, stride };
  },
  ({ channels, kernel, stride }) => `${channels}c${kernel}${stride === 1 ? '' : `s${stride}`}`,
);

const { input, coding } = DEFAULT_NETWORK;
const t = DEFAULT_TRAINING;

export const LINK = {
  // The network (formats.md).
  width: field(within(RANGES.side), input.width),
  height: field(within(RANGES.side), input.height),
  cut: field(within(RANGES.cut), input.cut),
  k: field(within(RANGES.kernel), coding.kernel),
  /** null: as long as the kernel. */
  stride: field(nullable(within(RANGES.kernel)), null),
  train: field(choice(...TRAIN_CODES), coding.train),
  polarity: field(choice(...POLARITIES), 'ink'),
  response: field(choice(...RESPONSES), DEFAULT_NETWORK.response),
  /** Convolutional layers in front of the dense ones. */
  convolutions: field(list(convolution, '-', RANGES.convolutions.range), []),
  layers: field(
    list(within(RANGES.hiddenSize), '-', [1, RANGES.hiddenLayers.range[1] + 1]),
    DEFAULT_NETWORK.layers,
  ),
  threshold: field(within(RANGES.threshold), DEFAULT_NETWORK.threshold),
  deadline: field(within(RANGES.deadline), DEFAULT_NETWORK.deadline),

  // The training.
  epochs: field(within(RANGES.epochs), t.epochs),
  batch: field(within(RANGES.batch), t.batch),
  /** Learning rate; null: the usual one for so many epochs. */
  rate: field(nullable(within(RANGES.learningRate)), null),
  loss: field(choice(...LOSSES), t.loss),
  margin: field(within(RANGES.margin), t.margin),
  temperature: field(within(RANGES.temperature), t.temperature),
  optimizer: field(choice(...OPTIMIZERS), t.optimizer),
  distort: field(choice(...DISTORTIONS), t.distort),
  ema: field(within(RANGES.ema), t.ema),
  seed: field(within(RANGES.seed), t.seed),

  // The weights that training starts from.
  /** A shipped model's name, or `new`; null: the default model where it fits the network, else new weights. */
  weights: field(nullable(text(64, MODEL_NAME)), null),
  /** Seed of new weights; null: `seed`. */
  born: field(nullable(within(RANGES.seed)), null),
  /** Threshold that new weights were scaled for; null: `threshold`. */
  bornThreshold: field(nullable(within(RANGES.threshold)), null),
  /** Input spikes an image that new weights were scaled for; null: measured or usual. */
  drive: field(nullable(within(RANGES.inputSpikes)), null),
  /** The sender's weights were trained further, or came from a file: the link cannot carry them. */
  trained: field(flag, false),

  // What the network looks at.
  /** The data set (data-id.ts); links of earlier versions say its name alone. */
  data: field(text(80), MNIST),
  /** Points, by all that makes them: `moons~0.05~5000~1`; null: none. */
  points: field(nullable(pointsCodec), null),
  /** The sample on the page where there is no drawing. */
  sample: field(whole(0, 0xffff_ffff), 0),
  of: field(choice('test', 'train'), 'test'),
  /** null: no drawing. */
  draw: field(nullable(drawing), null),
  /** Only samples of this class; null: of all. */
  class: field(nullable(whole(0, RANGES.classes.range[1] - 1)), null),
  misread: field(flag, false),

  // What of it is looked at.
  /** Selected neuron: layer (0: input) and index. */
  neuron: field(
    nullable(
      as(
        list(whole(0, MOST_NEURONS - 1), '.', [2, 2]),
        ([layer, neuron]) => ({ layer: layer!, neuron: neuron! }),
        ({ layer, neuron }) => [layer, neuron],
      ),
    ),
    null,
  ),
  /** Time cursor; null: at rest. */
  t: field(nullable(time), null),
};

type Table = typeof LINK;
export type LinkState = { [K in keyof Table]: Table[K] extends Field<infer T> ? T : never };
