/** A network being edited: what is typed, whether it can be a network, and what applying it would do. */
import type { ImageSet } from '../../data/image-set';
import type { NetworkSpec } from '../../model/network';
import { NetworkError, parseNetwork } from '../../model/validate';
import { changeCost } from '../../session/network';

export interface Draft {
  spec: NetworkSpec;
  seed: number;
}

/** The control that an error belongs to. */
export type Field =
  | 'layers'
  | `layer ${number}`
  | 'kernel'
  | 'stride'
  | 'cut'
  | 'threshold'
  | 'deadline'
  | 'seed'
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

/** The words of the page for the names of the file format. */
const WORDS: [RegExp, string][] = [
  [/^coding\.kernel/, 'The patch size k'],
  [/^coding\.stride/, 'The stride s'],
  [/^input\.cut/, 'The cut'],
  [/^threshold/, 'The threshold'],
  [/^deadline/, 'The deadline'],
];

function located(message: string): DraftError {
  const hidden = /hidden layer (\d)/.exec(message)?.[1];
  const field = hidden
    ? (`layer ${Number(hidden) - 1}` as const)
    : (FIELDS.find(([pattern]) => pattern.test(message))?.[1] ?? 'other');
  return {
    field,
    message: WORDS.reduce((text, [name, word]) => text.replace(name, word), message),
  };
}

/** Largest seed: what 32 bits hold. */
const MOST_SEED = 4_294_967_295;

/** The network a draft describes, or what is wrong with it and where. */
export function checkDraft({ spec, seed }: Draft): { spec: NetworkSpec } | { error: DraftError } {
  if (!Number.isInteger(seed) || seed < 0 || seed > MOST_SEED) {
    return {
      error: { field: 'seed', message: `The seed must be a whole number from 0 to ${MOST_SEED}.` },
    };
  }
  try {
    return { spec: parseNetwork(spec) };
  } catch (error) {
    if (error instanceof NetworkError) return { error: located(error.message) };
    throw error;
  }
}

/** What applying does to the weights. A new seed means new weights, whatever else changes. */
export function draftCost(now: Draft, next: Draft): ReturnType<typeof changeCost> {
  if (next.seed !== now.seed) return 'new network';
  return changeCost(now.spec, next.spec);
}

/** Another number of hidden layers: the first ones stay, a new one is as large as the last. */
export function withHiddenLayers(layers: number[], hidden: number): number[] {
  const kept = layers.slice(0, -1).slice(0, hidden);
  while (kept.length < hidden) kept.push(kept.at(-1) ?? 128);
  return [...kept, layers.at(-1)!];
}

/** The draft for a data set's images and classes; null where it fits already. */
export function fitted(spec: NetworkSpec, set: ImageSet | null): NetworkSpec | null {
  if (!set) return null;
  const { width, height } = set;
  const same = width === spec.input.width && height === spec.input.height;
  if (same && spec.layers.at(-1) === set.classes) return null;
  const kernel = Math.min(spec.coding.kernel, width, height);
  return {
    ...spec,
    input: { ...spec.input, width, height },
    coding: { ...spec.coding, kernel, stride: Math.min(spec.coding.stride, kernel) },
    layers: [...spec.layers.slice(0, -1), set.classes],
  };
}
