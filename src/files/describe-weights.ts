/** What a person says of weights whose file does not describe their network, and what is likely before they have said it. */
import { said } from '../model/said';
import {
  DEFAULT_NETWORK,
  inputCount,
  layerNames,
  patchGrid,
  type NetworkSpec,
} from '../model/network';
import { RANGES } from '../model/ranges';
import { NetworkError, parseNetwork } from '../model/validate';
import type { ForeignWeights } from './foreign-weights';

/** A network without its layers, which the weights tell. */
export type Description = Omit<NetworkSpec, 'layers' | 'convolutions'>;

export interface ImageSize {
  width: number;
  height: number;
}

/** The network that weights belong to. @throws NetworkError where the description does not fit them */
export function describedNetwork(weights: ForeignWeights, description: Description): NetworkSpec {
  const [inputs, ...layers] = weights.sizes;
  const { convolutions, grid, known } = weights;
  const spec = parseNetwork({ ...description, ...known, convolutions, layers });
  const made = inputCount(spec);
  const { columns, rows } = patchGrid(spec);
  if (convolutions && (columns !== grid?.columns || rows !== grid.rows)) {
    throw new NetworkError(
      `The description makes ${rows} x ${columns} input neurons, but the weights look at ${grid?.rows} x ${grid?.columns}.`,
    );
  }
  if (made !== inputs) {
    const { input, coding } = spec;
    throw new NetworkError(
      `Images of ${input.width} x ${input.height} pixels with kernel ${coding.kernel} and stride ${coding.stride} ` +
        `make ${made} input neurons, but the weights take ${inputs}.`,
    );
  }
  return spec;
}

/** "784-128-10". */
export function layersName({ sizes, convolutions }: ForeignWeights): string {
  const [inputs, ...layers] = sizes;
  return [inputs, ...layerNames({ ...(convolutions && { convolutions }), layers })].join('-');
}

/** "784-128-10 (fc1.weight, fc2.weight)". */
export function weightsName(weights: ForeignWeights): string {
  const { names } = weights;
  return `${layersName(weights)} (${said(names.join(', '))})`;
}

/** Kernel and stride that make so many input neurons of images: patches that cover them side by side, where any do. */
export function codingFor(
  inputs: number,
  { width, height }: ImageSize,
): { kernel: number; stride: number } | undefined {
  const most = Math.min(RANGES.kernel.range[1], width, height);
  const choices = Array.from({ length: most }, (_, k) =>
    Array.from({ length: k + 1 }, (__, s) => ({ kernel: k + 1, stride: s + 1 })),
  ).flat();
  const fits = choices.filter((choice) => {
    const coding = { ...DEFAULT_NETWORK.coding, ...choice };
    const { columns, rows } = patchGrid({
      ...DEFAULT_NETWORK,
      input: { width, height, cut: 0 },
      coding,
    });
    return columns * rows === inputs;
  });
  const sideBySide = fits.filter(({ kernel, stride }) => kernel === stride);
  const cover = sideBySide.find(({ kernel }) => width % kernel === 0 && height % kernel === 0);
  return cover ?? sideBySide[0] ?? fits[0];
}

/** What is most likely: images like those at hand where they can be the input, else a pixel a neuron, in a shape near a square. */
export function likelyDescription(
  { sizes, grid, known }: Pick<ForeignWeights, 'sizes' | 'grid' | 'known'>,
  images: ImageSize,
): Description {
  const { layers: _, ...rest } = DEFAULT_NETWORK;
  const inputs = sizes[0]!;
  const coding = grid ? undefined : codingFor(inputs, images);
  const lying = grid ? { width: grid.columns, height: grid.rows } : nearSquare(inputs);
  const size = coding ? images : lying;
  return {
    ...rest,
    ...known,
    input: { ...size, cut: rest.input.cut },
    coding: { ...rest.coding, ...coding },
  };
}

function nearSquare(pixels: number): ImageSize {
  let height = Math.floor(Math.sqrt(pixels));
  while (pixels % height !== 0) height--;
  return { width: pixels / height, height };
}
