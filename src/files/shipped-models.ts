/** The models shipped with the page: public/models/index.json has a card for each (written by scripts/publish-model.mjs). */
import { said } from '../model/said';
import { MODEL_NAME } from './model-name';

export interface ModelCard {
  /** Its file is models/NAME.safetensors; links name it so. */
  name: string;
  /** A word or two: "Default", "Small, packed". */
  title: string;
  /** One sentence: what it is good for. */
  description: string;
  /** "784-128-10". */
  network: string;
  /** "latency, k = 1". */
  coding: string;
  /** What it was trained and tested on. */
  data: string;
  /** Points that it reads, as a link names them ("yin-yang"): they come with it. */
  points?: string;
  /** Share of the test images answered rightly, [0, 1]. */
  testAccuracy: number;
  /** How many images that were. */
  testImages: number;
  /** Number of synaptic weights. */
  weights: number;
  /** Size of the file. */
  bytes: number;
  /** What trained it. */
  command: string;
  seed: number;
  /** What else one should know. */
  note?: string;
}

type Kind = 'string' | 'number';

const FIELDS: [keyof ModelCard, key: string, kind: Kind][] = [
  ['name', 'name', 'string'],
  ['title', 'title', 'string'],
  ['description', 'description', 'string'],
  ['network', 'network', 'string'],
  ['coding', 'coding', 'string'],
  ['data', 'data', 'string'],
  ['testAccuracy', 'test_accuracy', 'number'],
  ['testImages', 'test_images', 'number'],
  ['weights', 'weights', 'number'],
  ['bytes', 'bytes', 'number'],
  ['command', 'command', 'string'],
  ['seed', 'seed', 'number'],
];

/** @throws Error with a sentence where it is no list of models */
export function readCards(text: string): ModelCard[] {
  let list: unknown;
  try {
    list = JSON.parse(text);
  } catch {
    list = undefined;
  }
  if (!Array.isArray(list)) throw new Error('The list of models is damaged: reload the page.');
  return list.map((entry: unknown) => {
    const found = (entry ?? {}) as Record<string, unknown>;
    const card: Record<string, unknown> = {};
    for (const [field, key, kind] of FIELDS) {
      if (typeof found[key] !== kind) {
        throw new Error(`The list of models is damaged: an entry has no ${key}.`);
      }
      card[field] = found[key];
    }
    if (!MODEL_NAME.test(card.name as string)) {
      throw new Error(
        `The list of models is damaged: "${said(card.name as string)}" cannot be a name.`,
      );
    }
    if (typeof found.note === 'string') card.note = found.note;
    if (typeof found.points === 'string') card.points = found.points;
    return card as unknown as ModelCard;
  });
}
