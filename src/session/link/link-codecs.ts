/** How one value stands in a link: short, safe in an address, and read strictly. */
import { isWithin, RANGES, rangeWords, type NumberRange } from '../../model/ranges';
import { MOST_HIDDEN } from '../../model/validate';

export interface Codec<T> {
  /** What a text must be, to end the sentence "... must be". */
  must: string;
  write: (value: T) => string;
  /** undefined: the text is not such a value. */
  read: (text: string) => T | undefined;
}

/** A key of a link: how its value stands there, and what it is where the link does not say. */
export interface Field<T> extends Codec<T> {
  fallback: T;
}

export const field = <T>(codec: Codec<T>, fallback: T): Field<T> => ({ ...codec, fallback });

const WHOLE = /^\d+$/;
const NUMBER = /^-?\d+(\.\d+)?(e[+-]?\d+)?$/;

/** A number of a range, written so that it comes back exactly. */
export function within(range: NumberRange): Codec<number> {
  const pattern = range.whole ? WHOLE : NUMBER;
  return {
    must: rangeWords(range),
    write: String,
    read(text) {
      const value = pattern.test(text) ? Number(text) : NaN;
      return isWithin(range, value) ? value : undefined;
    },
  };
}

export const number = (low: number, high: number): Codec<number> => within({ range: [low, high] });

export const whole = (low: number, high: number): Codec<number> =>
  within({ range: [low, high], whole: true });

export function choice<const T extends string>(...of: readonly T[]): Codec<T> {
  return {
    must: `one of ${of.join(', ')}`,
    write: (value) => value,
    read: (text) => of.find((o) => o === text),
  };
}

export const flag: Codec<boolean> = {
  must: '0 or 1',
  write: (value) => (value ? '1' : '0'),
  read: (text) => (text === '1' ? true : text === '0' ? false : undefined),
};

/** Free text of 1 to `most` UTF-16 units; of a longer one its beginning is written. */
export function text(most: number, pattern = /^[^\0]+$/): Codec<string> {
  return {
    must: `a name of at most ${most} characters`,
    // Not in the middle of a surrogate pair, half of which no address can hold.
    write: (value) => value.slice(0, most).replaceAll(/\p{Surrogate}/gu, ''),
    read: (value) => (value.length <= most && pattern.test(value) ? value : undefined),
  };
}

/** Values with `separator` between them. */
export function list<T>(
  of: Codec<T>,
  separator: string,
  [fewest, most]: readonly [number, number],
): Codec<T[]> {
  return {
    must: `${fewest === most ? most : `${fewest} to ${most}`} values with "${separator}" between them, each ${of.must}`,
    write: (values) => values.map((v) => of.write(v)).join(separator),
    read(joined) {
      const parts = joined === '' ? [] : joined.split(separator);
      if (parts.length < fewest || parts.length > most) return undefined;
      const values = parts.map((part) => of.read(part));
      return values.includes(undefined) ? undefined : (values as T[]);
    },
  };
}

/** null is written as nothing, so `of` must not write an empty text. */
export function nullable<T>(of: Codec<T>): Codec<T | null> {
  return {
    must: `${of.must}, or empty`,
    write: (value) => (value === null ? '' : of.write(value)),
    read: (value) => (value === '' ? null : of.read(value)),
  };
}

/** The same texts for values of another form. */
export function as<A, B>(of: Codec<A>, to: (value: A) => B, from: (value: B) => A): Codec<B> {
  return {
    must: of.must,
    write: (value) => of.write(from(value)),
    read(value) {
      const inner = of.read(value);
      return inner === undefined ? undefined : to(inner);
    },
  };
}

/** Two values, `0.2~0.8`. */
export const pair = <T>(of: Codec<T>): Codec<T[]> => list(of, '~', [2, 2]);

/** A time within a network, up to its latest deadline. */
export const time = number(0, (MOST_HIDDEN + 1) * RANGES.deadline.range[1]);
