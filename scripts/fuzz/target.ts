/** A room of the program that takes what others write, and how its answers are judged. */
import type { Random } from '../../src/model/random';

export interface Target {
  name: string;
  /** Makes an input; the same numbers make the same one. */
  make(random: Random): Input;
  /** Gives it to the program. @throws whatever is no good answer */
  attempt(input: Input): unknown;
}

/** What is written beside a finding, so that it can be tried again: files by their names. */
export type Input = Record<string, Uint8Array<ArrayBuffer> | string>;

/** An answer that people should not get. */
export class Finding extends Error {
  override name = 'Finding';
}

/** Marks of words that were meant for programmers. */
const RAW =
  /undefined|\[object |is not a function|Cannot read|call stack|Invalid array|should not have|https?:\/\/localhost/;
const MOST_CHARACTERS = 700;

/** @throws Finding where an answer is no clear sentence on one line */
export function requireSentence(text: string): void {
  const shown = JSON.stringify(text.slice(0, 300));
  if (text.length > MOST_CHARACTERS)
    throw new Finding(`A sentence of ${text.length} characters: ${shown}`);
  // oxlint-disable-next-line no-control-regex -- that is what is looked for
  if (/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/.test(text))
    throw new Finding(`Controls in a sentence: ${shown}`);
  if (/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(text)) {
    throw new Finding(`Half a character in a sentence: ${shown}`);
  }
  if (RAW.test(text)) throw new Finding(`Words for programmers: ${shown}`);
  if (!/[.?!)]$/.test(text)) throw new Finding(`A sentence without an end: ${shown}`);
}

/** @throws Finding */
export function require(holds: boolean, otherwise: string): void {
  if (!holds) throw new Finding(otherwise);
}
