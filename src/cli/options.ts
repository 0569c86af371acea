/** Options as data: one table a command says what they are called, what they take and what they mean; parsing, checks and help follow. */
import { parseArgs } from 'node:util';
import { isWithin, rangeWords, type NumberRange } from '../model/ranges';
import { said } from '../model/said';
import { UsageError } from './errors';

interface Described {
  /** What it does, for --help; the default is added. */
  help: string;
  /** A default that depends on other things, in words for --help. */
  otherwise?: string;
}

export interface FlagOption extends Described {
  kind: 'flag';
}

export interface TextOption extends Described {
  kind: 'text';
  /** What stands for the value in --help: FILE. */
  value: string;
  default?: string;
  /** The option must be given. */
  required?: boolean;
}

export interface NumberOption extends Described, NumberRange {
  kind: 'number';
  default?: number;
}

/** An option for a number of a range; help and default are added. */
export function numberOf({ range, open, whole }: NumberRange): NumberRange & { kind: 'number' } {
  return { kind: 'number', range, open, whole };
}

export interface ChoiceOption extends Described {
  kind: 'choice';
  of: readonly string[];
  default?: string;
}

export type Option = FlagOption | TextOption | NumberOption | ChoiceOption;
export type OptionTable = Record<string, Option>;

type ValueOf<O> = O extends { kind: 'flag' }
  ? boolean
  : O extends { kind: 'number' }
    ? number
    : O extends { kind: 'choice'; of: readonly (infer C)[] }
      ? C
      : string;

type Always<O> = O extends { kind: 'flag' } | { default: string | number } | { required: true }
  ? true
  : false;

/** What parsing a table gives: undefined only where there is neither a default nor a demand. */
export type Values<T extends OptionTable> = {
  [K in keyof T]: Always<T[K]> extends true ? ValueOf<T[K]> : ValueOf<T[K]> | undefined;
};

/**
 * Reads a command line.
 * @throws UsageError naming the first thing that is wrong
 */
export function parseOptions<T extends OptionTable>(
  command: string,
  table: T,
  args: string[],
): Values<T> {
  const given = parse(command, table, args);
  const values: Record<string, unknown> = {};
  for (const [name, option] of Object.entries(table)) {
    const text = given[name];
    if (option.kind === 'flag') {
      values[name] = text === true;
    } else if (typeof text === 'string') {
      values[name] = convert(name, option, text);
    } else {
      if (option.kind === 'text' && option.required) {
        throw new UsageError(`${command} needs --${name} ${option.value}.`);
      }
      values[name] = option.default;
    }
  }
  return values as Values<T>;
}

function parse(
  command: string,
  table: OptionTable,
  args: string[],
): Record<string, string | boolean | undefined> {
  const options = Object.fromEntries(
    Object.entries(table).map(([name, { kind }]) => [
      name,
      { type: kind === 'flag' ? ('boolean' as const) : ('string' as const) },
    ]),
  );
  // `parseArgs` takes each character after a single dash for an option, and longer for each than for the one before.
  const letters = args.find((arg) => /^-[^-]/.test(arg) && arg.length > MOST_LETTERS);
  if (letters !== undefined) throw new UsageError(unknown(command, table, letters));
  // Not strict, with tokens: Node would throw the same errors, in words of its own.
  const { tokens } = parseArgs({ args, options, strict: false, tokens: true });
  const given: Record<string, string | boolean> = {};
  for (const token of tokens) {
    if (token.kind === 'positional') {
      throw new UsageError(`${command} takes options only, but got "${said(token.value)}".`);
    }
    if (token.kind === 'option-terminator') continue;
    const option = Object.hasOwn(table, token.name) ? table[token.name]! : undefined;
    if (!option) throw new UsageError(unknown(command, table, token.rawName));
    if (option.kind === 'flag') {
      if (token.value !== undefined) throw new UsageError(`--${said(token.name)} takes no value.`);
      given[token.name] = true;
      continue;
    }
    const { value } = token;
    // "--out --json": the value was forgotten.
    const swallowed = !token.inlineValue && value !== undefined && /^--[a-z]/.test(value);
    if (value === undefined || value === '' || swallowed) {
      throw new UsageError(`--${token.name} needs a value: ${describe(option)}.`);
    }
    given[token.name] = value;
  }
  return given;
}

function unknown(command: string, table: OptionTable, name: string): string {
  const near = closest(name.replace(/^-+/, ''), Object.keys(table));
  const hint = near ? `did you mean --${near}?` : `see "mtspike ${command} --help".`;
  return `${command} has no option ${said(name)}: ${hint}`;
}

/** Most characters of an argument with one dash. Shorter ones may be numbers, which begin with a minus. */
const MOST_LETTERS = 1000;

/** Longer than the name of any option: what is longer is not compared with them. */
const MOST_WORD = 40;

/** The name that was most likely meant, if any is near enough. */
export function closest(word: string, names: string[]): string | undefined {
  if (word.length > MOST_WORD) return undefined;
  const scored = names
    .map((name) => ({
      name,
      edits: name.startsWith(word) && word.length > 1 ? 0 : distance(word, name),
    }))
    .toSorted((a, b) => a.edits - b.edits);
  const best = scored[0];
  return best && best.edits <= Math.ceil(word.length / 3) ? best.name : undefined;
}

/** Levenshtein distance. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next[j] = Math.min(
        row[j]! + 1,
        next[j - 1]! + 1,
        row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1),
      );
    }
    row = next;
  }
  return row[b.length]!;
}

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

function convert(name: string, option: Exclude<Option, FlagOption>, text: string): string | number {
  if (option.kind === 'text') return text;
  const wrong = (hint = ''): UsageError =>
    new UsageError(`--${name} is "${said(text)}", but must be ${describe(option)}.${hint}`);
  if (option.kind === 'choice') {
    if (!option.of.includes(text)) throw wrong();
    return text;
  }
  const value = Number(text);
  const pointed = text.replace(',', '.');
  if (pointed !== text && NUMBER.test(pointed)) {
    throw wrong(` A fraction is written with a point: ${pointed}.`);
  }
  if (!NUMBER.test(text) || !isWithin(option, value)) throw wrong();
  return value;
}

/** What an option takes, as the end of a sentence. */
export function describe(option: Option): string {
  switch (option.kind) {
    case 'flag':
      return 'nothing';
    case 'text':
      return option.value;
    case 'choice':
      return `one of ${option.of.join(', ')}`;
    case 'number':
      return rangeWords(option);
  }
}
