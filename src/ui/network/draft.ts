/** A network being edited: what is typed, whether it can be a network, and what applying it would do. */
import type { ImageSet } from '../../data/image-set';
import { convolvedGrid, layerGrids, type Convolution, type NetworkSpec } from '../../model/network';
import { RANGES } from '../../model/ranges';
import { NetworkError, parseNetwork } from '../../model/validate';
import type { TrainingSettings } from '../../model/training';
import { numberFault } from '../kit/read-number';
import { controlsFor } from '../kit/setting/controls';
import { changeCost, fittedTo } from '../../session/network/network';

export interface Draft {
  spec: NetworkSpec;
  /** How it will be trained, the seed of its weights included. */
  settings: TrainingSettings;
}

/** The control that an error belongs to. */
export type Field =
  | 'layers'
  | `layer ${number}`
  | `conv ${number} ${keyof Convolution}`
  | 'kernel'
  | 'stride'
  | 'cut'
  | 'threshold'
  | 'deadline'
  | keyof TrainingSettings
  | 'other';

export interface DraftError {
  field: Field;
  message: string;
}

/** In the order of the parser's sentences, each begins by naming what is wrong. */
const FIELDS: [RegExp, Field][] = [
  [/^coding\.kernel/, 'kernel'],
  [/^coding\.stride/, 'stride'],
  [/^input\.cut/, 'cut'],
  [/^threshold/, 'threshold'],
  [/^deadline/, 'deadline'],
  [/^A network has/, 'layers'],
];

const CONVOLUTION = /^convolutions\[(\d)\](?:\.(channels|kernel|stride))?/;

/** "The kernel of conv 1"; of the layer as a whole: "Conv 1". */
function convolutionWords(message: string): string {
  return message.replace(CONVOLUTION, (_, layer: string, part?: string) => {
    const name = `conv ${Number(layer) + 1}`;
    if (!part) return name.replace('c', 'C');
    return `The ${part === 'channels' ? 'number of channels' : part} of ${name}`;
  });
}

/** The words of the page for the names of the file format. */
const WORDS: [RegExp, string][] = [
  [/^coding\.kernel/, 'The patch size k'],
  [/^coding\.stride/, 'The stride s'],
  [/^input\.cut/, 'The cut'],
  [/^threshold/, 'The threshold'],
  [/^deadline/, 'The deadline'],
  [/convolutions and layers list/, 'these are'],
];

/** A parser's sentence in the page's words, and where it belongs. */
export function located(message: string): DraftError {
  const [, convolution, part = 'channels'] = CONVOLUTION.exec(message) ?? [];
  if (convolution) {
    const field = `conv ${Number(convolution)} ${part as keyof Convolution}` as const;
    return { field, message: convolutionWords(message) };
  }
  const hidden = /hidden layer (\d)/.exec(message)?.[1];
  const field = hidden
    ? (`layer ${Number(hidden) - 1}` as const)
    : (FIELDS.find(([pattern]) => pattern.test(message))?.[1] ?? 'other');
  return {
    field,
    message: WORDS.reduce((text, [name, word]) => text.replace(name, word), message),
  };
}

/** The network a draft describes, or what is wrong with it or its training, and where. */
export function checkDraft({
  spec,
  settings,
}: Draft): { spec: NetworkSpec } | { error: DraftError } {
  for (const control of controlsFor(settings)) {
    const message = control.kind === 'number' ? numberFault(control, settings[control.key]) : null;
    if (message) return { error: { field: control.key, message } };
  }
  try {
    return { spec: parseNetwork(spec) };
  } catch (error) {
    if (error instanceof NetworkError) return { error: located(error.message) };
    throw error;
  }
}

const sameSettings = (a: TrainingSettings, b: TrainingSettings) =>
  Object.entries(a).every(([key, value]) => b[key as keyof TrainingSettings] === value);

/** What applying does to the weights. A new seed means new weights, whatever else changes. */
export function draftCost(now: Draft, next: Draft): ReturnType<typeof changeCost> {
  if (next.settings.seed !== now.settings.seed) return 'new network';
  const cost = changeCost(now.spec, next.spec);
  return cost === 'none' && !sameSettings(now.settings, next.settings) ? 'keeps weights' : cost;
}

/** Another number of hidden layers: the first ones stay, a new one is as large as the last. */
export function withHiddenLayers(layers: number[], hidden: number): number[] {
  const kept = layers.slice(0, -1).slice(0, hidden);
  while (kept.length < hidden) kept.push(kept.at(-1) ?? 128);
  return [...kept, layers.at(-1)!];
}

/** Another number of convolutions: the first ones stay; a new one takes twice the channels of the one before, at half the side. */
export function withConvolutions(spec: NetworkSpec, count: number): NetworkSpec {
  const { convolutions = [], ...dense } = spec;
  const list = convolutions.slice(0, count);
  let grid = layerGrids({ ...spec, convolutions: list }).at(-1)!;
  while (list.length < count) {
    const kernel = Math.max(1, Math.min(list.length === 0 ? 5 : 3, grid.columns, grid.rows));
    const channels = Math.min(RANGES.channels.range[1], 2 * (list.at(-1)?.channels ?? 8));
    const next = { channels, kernel, stride: Math.min(2, kernel) };
    list.push(next);
    grid = convolvedGrid(grid, next);
  }
  return list.length === 0 ? dense : { ...dense, convolutions: list };
}

/** The draft for a data set's images and classes; null where it fits already. */
export function fitted(spec: NetworkSpec, set: ImageSet | null): NetworkSpec | null {
  if (!set) return null;
  const { width, height } = set;
  const same = width === spec.input.width && height === spec.input.height;
  if (same && spec.layers.at(-1) === set.classes) return null;
  return fittedTo(spec, set);
}
