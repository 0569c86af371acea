/** From the options of `train` to a network that fits the images. */
import type { ImageSet } from '../data/image-set';
import { inputCount, networkName, type Convolution, type NetworkSpec } from '../model/network';
import { NetworkError, parseNetwork } from '../model/validate';
import { said } from '../model/said';
import { UsageError } from './errors';
import type { Values } from './options';
import type { TRAIN } from './tables';

type NetworkValues = Pick<
  Values<typeof TRAIN>,
  'network' | 'kernel' | 'stride' | 'train' | 'polarity' | 'response' | 'threshold' | 'deadline'
> & { cut: number };

const DEFAULT_HIDDEN = [128];

/**
 * @param data what the images are
 * @param hidden the hidden layers where --network does not say
 * @throws UsageError where --network does not match the coding or the classes
 */
export function networkFor(
  values: NetworkValues,
  data: Pick<ImageSet, 'width' | 'height' | 'classes' | 'classNames'>,
  hidden = DEFAULT_HIDDEN,
): NetworkSpec {
  const named = values.network === undefined ? undefined : parseName(values.network);
  const layers = named?.layers ?? [...hidden, data.classes];
  const spec = check({
    input: { width: data.width, height: data.height, cut: values.cut },
    coding: {
      kernel: values.kernel,
      stride: values.stride ?? values.kernel,
      train: values.train,
      polarity: values.polarity,
    },
    response: values.response,
    ...(named && { convolutions: named.convolutions }),
    layers,
    threshold: values.threshold,
    deadline: values.deadline,
    ...(data.classNames && { classNames: data.classNames }),
  });
  const inputs = inputCount(spec);
  if (named && named.inputs !== inputs) {
    const { kernel, stride, polarity } = spec.coding;
    const both = polarity === 'both' ? ' and both polarities' : '';
    throw new UsageError(
      `--network starts with ${named.inputs}, but images of ${data.width} x ${data.height} with kernel ${kernel} and stride ${stride}${both} ` +
        `make ${inputs} input neurons: use --network ${networkName(spec)}.`,
    );
  }
  if (layers.at(-1) !== data.classes) {
    const right = networkName({ ...spec, layers: [...layers.slice(0, -1), data.classes] });
    throw new UsageError(
      `--network ends with ${layers.at(-1)}, but the data has ${data.classes} classes: use --network ${right}.`,
    );
  }
  return spec;
}

interface Named {
  inputs: number;
  convolutions: Convolution[];
  layers: number[];
}

/** As `networkName` writes it: "784-128-10", "784-16c5s2-128-10". */
function parseName(text: string): Named {
  const parts = /^(\d{1,9})((?:-\d{1,9}c\d{1,9}(?:s\d{1,9})?)*)((?:-\d{1,9})+)$/.exec(text);
  if (!parts) {
    throw new UsageError(
      `--network is "${said(text)}", but must be layer sizes with dashes between them, like 784-128-10, convolutional ones first, like 784-16c5s2-128-10.`,
    );
  }
  const [, inputs, convolutions, layers] = parts as unknown as [string, string, string, string];
  const pieces = (list: string): string[] => list.split('-').slice(1);
  return {
    inputs: Number(inputs),
    convolutions: pieces(convolutions).map((piece) => {
      const [channels, kernel, stride = 1] = piece.split(/[cs]/).map(Number);
      return { channels: channels!, kernel: kernel!, stride };
    }),
    layers: pieces(layers).map(Number),
  };
}

function check(description: unknown): NetworkSpec {
  try {
    return parseNetwork(description);
  } catch (error) {
    if (error instanceof NetworkError) throw new UsageError(error.message, { cause: error });
    throw error;
  }
}
