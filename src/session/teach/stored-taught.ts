/** What was taught as it lies in the browser's storage. */
import {
  MOST_CLASSES,
  MOST_EXAMPLES,
  TAUGHT_SIDE,
  type Example,
  type Taught,
} from '../../data/taught/taught';
import {
  count,
  flag,
  listOf,
  measured,
  orNull,
  readOr,
  readStored,
  record,
  text,
  type Reader,
  type Stored,
} from '../runs/stored';
import { readBefore, type Before } from './before';

/** Goes up when the form changes: what a newer version has kept is left alone. */
const FORMAT = 1;

/** What a network was last trained on. */
export interface Trained {
  /** The data set (data-id.ts). */
  data: string;
  taught: Taught;
}

export interface KeptTaught {
  taught: Taught;
  trained: Trained | null;
  /** What there was before the first training, to go back to. */
  before: Before | null;
}

/** Earlier versions have not kept it; where it is damaged there is no way back, and the drawings are there all the same. */
const before: Reader<Before | null> = (value) => readOr(() => readBefore(value));

export const storedTaught = (kept: KeptTaught): unknown => ({ format: FORMAT, ...kept });

const image: Reader<Example['image']> = (value) => {
  if (!(value instanceof Uint8Array) || value.length !== TAUGHT_SIDE ** 2) throw new Error('image');
  return Uint8Array.from(value);
};

const example = record<Example>({
  id: count,
  strokes: orNull(
    listOf(record({ points: listOf(record({ x: measured, y: measured })), width: measured })),
  ),
  image,
});

const most =
  <T>(read: Reader<T[]>, length: number): Reader<T[]> =>
  (value) => {
    const list = read(value);
    if (list.length > length) throw new Error('too many');
    return list;
  };

const taught = record<Taught>({
  classes: most(
    listOf(record({ id: count, name: text, examples: most(listOf(example), MOST_EXAMPLES) })),
    MOST_CLASSES,
  ),
  digits: flag,
});

export const readTaught = (value: unknown): Stored<KeptTaught> =>
  readStored(
    value,
    FORMAT,
    record<KeptTaught>({
      taught,
      trained: orNull(record<Trained>({ data: text, taught })),
      before,
    }),
  );
