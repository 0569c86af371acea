/** What conditions and acts of a lesson are told: each argument by name, with its form. A teacher's file is read by the same table. */

export interface Arg<T> {
  /** What it has to be, after "must be". */
  must: string;
  /** undefined where the value is not of this form. */
  read: (value: unknown) => T | undefined;
  optional?: boolean;
}

export type Args = Readonly<Record<string, Arg<unknown>>>;

type Optional<A extends Args> = {
  [K in keyof A]: A[K] extends { optional: true } ? K : never;
}[keyof A];
type Value<A> = A extends Arg<infer T> ? T : never;

/** The values that a table of arguments reads. */
export type ValuesOf<A extends Args> = {
  readonly [K in Exclude<keyof A, Optional<A>>]: Value<A[K]>;
} & { readonly [K in Optional<A>]?: Value<A[K]> };

/** A number of [low, high]. */
export function number(low: number, high: number): Arg<number> {
  return {
    must: `a number from ${low} to ${high}`,
    read: (value) =>
      typeof value === 'number' && value >= low && value <= high ? value : undefined,
  };
}

/** A whole number of [low, high]. */
export function whole(low: number, high: number): Arg<number> {
  const { read } = number(low, high);
  return {
    must: `a whole number from ${low} to ${high}`,
    read: (value) => (Number.isInteger(value) ? read(value) : undefined),
  };
}

export function oneOf<const T extends string>(choices: readonly T[]): Arg<T> {
  return {
    must: `one of ${choices.map((c) => `"${c}"`).join(', ')}`,
    read: (value) => choices.find((c) => c === value),
  };
}

export const yes: Arg<boolean> = {
  must: 'true or false',
  read: (value) => (typeof value === 'boolean' ? value : undefined),
};

export function text(most: number): Arg<string> {
  return {
    must: `a text of at most ${most} characters`,
    read: (value) => (typeof value === 'string' && value.length <= most ? value : undefined),
  };
}

/** Either of two forms. */
export function either<A, B>(a: Arg<A>, b: Arg<B>): Arg<A | B> {
  return { must: `${a.must}, or ${b.must}`, read: (value) => a.read(value) ?? b.read(value) };
}

export function listOf<T>(of: Arg<T>, most: number): Arg<readonly T[]> {
  return {
    must: `a list of at most ${most}, each ${of.must}`,
    read(value) {
      if (!Array.isArray(value) || value.length > most) return undefined;
      const read = value.map((item) => of.read(item));
      return read.includes(undefined) ? undefined : (read as T[]);
    },
  };
}

/** One that may be left out. */
export function optional<T>(of: Arg<T>): Arg<T> & { optional: true } {
  return { ...of, optional: true };
}

const MOST_NEURONS = 100_000;

/** 0 the input, 1 the first hidden, or "output". */
export const layer: Arg<number | 'output'> = either(whole(0, 99), oneOf(['output']));
export const neuron: Arg<number> = whole(0, MOST_NEURONS);
/** A time of the network; the input lasts from 0 to 1. */
export const time: Arg<number> = number(0, 100);
/** A time, or when the answer is decided. */
export const moment: Arg<number | 'decision'> = either(time, oneOf(['decision']));
/** A share, from 0 none to 1 all. */
export const share: Arg<number> = number(0, 1);
export const label: Arg<number> = whole(0, 25);
export const count: Arg<number> = whole(1, 1_000_000_000);
