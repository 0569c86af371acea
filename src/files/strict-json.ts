/** JSON as files hold it, read more strictly than JSON.parse: no key twice in an object, and nothing nested without end. */
import { said } from '../model/said';

/** Text that cannot be read. The message ends a sentence that names it: "is not valid JSON". */
export class JsonError extends Error {
  override name = 'JsonError';
}

/**
 * @param depth lists and objects within one another, at most
 * @throws JsonError
 */
export function parseJson(text: string, depth: number): unknown {
  checkStructure(text, depth);
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new JsonError('is not valid JSON', { cause });
  }
}

const SPACE = new Set([' ', '\t', '\n', '\r']);

/** One pass over brackets and keys; what is no JSON at all is left to JSON.parse. */
function checkStructure(text: string, depth: number): void {
  /** The keys so far of every object around the place; null: a list. */
  const around: (Set<string> | null)[] = [];
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (sign === '{' || sign === '[') {
      around.push(sign === '{' ? new Set() : null);
      if (around.length > depth) {
        throw new JsonError(`is nested deeper than the ${depth} levels that are read`);
      }
    } else if (sign === '}' || sign === ']') {
      around.pop();
    } else if (sign === '"') {
      const end = endOfText(text, at);
      const keys = around.at(-1);
      if (keys && isKey(text, end)) addKey(keys, text.slice(at, end));
      at = end - 1;
    }
  }
}

/** The place after the quotation mark that ends the text beginning at `from`. */
function endOfText(text: string, from: number): number {
  for (let end = text.indexOf('"', from + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let escapes = 0;
    while (text[end - 1 - escapes] === '\\') escapes++;
    if (escapes % 2 === 0) return end + 1;
  }
  return text.length;
}

function isKey(text: string, end: number): boolean {
  let at = end;
  while (SPACE.has(text[at]!)) at++;
  return text[at] === ':';
}

/** @param literal with its quotation marks and escapes */
function addKey(keys: Set<string>, literal: string): void {
  let key = literal.slice(1, -1);
  if (key.includes('\\')) {
    try {
      key = JSON.parse(literal) as string;
    } catch (cause) {
      throw new JsonError('is not valid JSON', { cause });
    }
  }
  if (keys.has(key)) throw new JsonError(`says "${said(key)}" twice in one place`);
  keys.add(key);
}
