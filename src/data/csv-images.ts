/** Images as a table, one a line, like Kaggle's MNIST: label, then the pixels row by row; or the pixels alone. */
import { RANGES } from '../model/ranges';
import { said } from '../model/said';
import { plural } from '../words/numbers';
import { DataError } from './data-error';
import type { Images } from './image-set';
import { createPixelWriter } from './pixels';
import { squareSide } from './square-side';

/** Images, with labels where there is a column of them. */
export interface Table {
  images: Images;
  labels: Uint8Array<ArrayBuffer> | null;
}

const LF = 10;
const LABEL_NAMES = /^(label|labels|class|target|y|digit)$/i;

/**
 * @param bytes the whole text. A first line that is not all numbers names the columns; values are parted by commas, semicolons or tabs.
 * @param name what the file is called in messages
 * @throws DataError naming the line that is wrong
 */
export function readCsv(bytes: Uint8Array, name: string): Table {
  const wrong = (line: number, what: string): DataError =>
    new DataError(`${name}, line ${line}: ${what}`);
  const lines = linesOf(bytes);
  const first = lines.next();
  if (first.done) throw new DataError(`${name} holds no lines.`);
  const separator = /[,;\t]/.exec(first.value.text)?.[0] ?? ',';
  const names = first.value.text.split(separator).map(unquoted);
  const hasNames = names.some((word) => !isNumber(word));
  const layout = layoutOf(names, hasNames);
  if (!layout) throw wrong(first.value.number, notSquare(names.length));
  const { side, label } = layout;
  const rest = bytes.length - (hasNames ? first.value.text.length : 0);
  // Each value takes a character and a separator, at least.
  const pixels = createPixelWriter(Math.ceil(rest / 2) + 1);
  const labels: number[] = [];
  const take = ({ number, text }: Line): void => {
    const words = text.split(separator);
    if (words.length !== names.length) {
      throw wrong(
        number,
        `it has ${plural(words.length, 'value')}, but line ${first.value.number} has ${names.length}.`,
      );
    }
    words.forEach((word, column) => {
      const bare = unquoted(word);
      const value = isNumber(bare) ? Number(bare) : Number.NaN;
      if (column === label) {
        if (!(Number.isInteger(value) && value >= 0 && value <= 255)) {
          throw wrong(
            number,
            `its label is "${said(bare, 20)}", but must be a whole number from 0.`,
          );
        }
        labels.push(value);
      } else if (!pixels.put(value)) {
        throw wrong(
          number,
          `column ${column + 1} is "${said(bare, 20)}", but a pixel is a number from 0 to 255, or from 0 to 1.`,
        );
      }
    });
  };
  if (!hasNames) take(first.value);
  for (const line of lines) take(line);
  const data = pixels.bytes();
  const count = data.length / (side * side);
  if (count === 0) throw new DataError(`${name} names columns, but holds no images.`);
  return {
    images: { width: side, height: side, count, images: data },
    labels: label === null ? null : Uint8Array.from(labels),
  };
}

/** Which column is the label, if any: the one that is called so, else the first where the others are a square. */
function layoutOf(
  names: string[],
  hasNames: boolean,
): { side: number; label: number | null } | null {
  const named = hasNames ? names.findIndex((word) => LABEL_NAMES.test(word)) : -1;
  const alone = named < 0 ? squareSide(names.length) : null;
  if (alone !== null) return { side: alone, label: null };
  const side = squareSide(names.length - 1);
  return side === null ? null : { side, label: Math.max(0, named) };
}

function notSquare(columns: number): string {
  const [low, high] = RANGES.side.range;
  return `it has ${plural(columns, 'column')}, but must have a label and the pixels of a square image, ${low} x ${low} to ${high} x ${high} (785 for 28 x 28), or the pixels alone.`;
}

function unquoted(word: string): string {
  return word.trim().replace(/^"(.*)"$/, '$1');
}

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

function isNumber(word: string): boolean {
  return NUMBER.test(word);
}

interface Line {
  /** Counted from 1. */
  number: number;
  text: string;
}

/** The lines that are not empty. */
function* linesOf(bytes: Uint8Array): Generator<Line, void> {
  const decoder = new TextDecoder();
  let number = 0;
  for (let at = 0; at < bytes.length;) {
    const found = bytes.indexOf(LF, at);
    const end = found < 0 ? bytes.length : found;
    number++;
    const text = decoder.decode(bytes.subarray(at, end)).trim();
    if (text !== '') yield { number, text };
    at = end + 1;
  }
}
