/** Which class a picture shows, and which half of a data set it belongs to: by the folder it is in, or by its name. */
import { MOST_NAME } from '../../model/class-names';
import { RANGES } from '../../model/ranges';
import { said } from '../../model/said';
import { plural } from '../../words/numbers';
import { DataError } from '../data-error';
import type { Half } from '../read-data';
import { isTestName } from '../test-name';

export interface PictureClasses {
  /** [pictures] */
  labels: Uint8Array<ArrayBuffer>;
  /** [pictures]; all are for training where not both halves are there. */
  halves: Half[];
  /** [classes] names of their own; none where they are whole numbers, which are the labels themselves. */
  classNames?: string[];
}

const HOW = 'put pictures into a folder a class, or call them NAME_CLASS.png (scan12_7.png)';

/**
 * One folder a class: the folder's name is the class's, wherever it lies (`train/7/a.png` is a 7). Where all pictures are in one folder, or in
 * none, the last word of each name is (`a_7.png`).
 * @param paths with folders, separated by /
 * @param known [classes] names that the classes must have, in their order
 * @throws DataError where a class is not said, or there are too many or too few
 */
export function pictureClasses(
  paths: readonly string[],
  known?: readonly string[],
): PictureClasses {
  const split = paths.map((path) => path.split('/').filter((part) => part !== ''));
  const isHalf = (folder: string): boolean => isTestName(folder) || /^train(ing)?$/i.test(folder);
  const folders = split.map((parts) => {
    const own = parts.at(-2);
    return own === undefined || isHalf(own) ? null : own;
  });
  const inFolders = new Set(folders).size > 1 && !folders.includes(null);
  const names = (inFolders ? (folders as string[]) : split.map(lastWord)).map((name) =>
    // As a network's description keeps it.
    said(name.trim(), MOST_NAME),
  );
  const tested = split.map((parts) => parts.slice(0, inFolders ? -2 : -1).some(isTestName));
  const both = tested.includes(true) && tested.includes(false);
  const halves = tested.map((test): Half => (both && test ? 'test' : 'train'));
  return { halves, ...numbered(names, known) };
}

/** The class in a picture's name. */
function lastWord(parts: string[]): string {
  const stem = parts.at(-1)!.replace(/\.[^.]*$/, '');
  const at = stem.lastIndexOf('_');
  const word = stem.slice(at + 1).trim();
  if (at < 0 || word === '')
    throw new DataError(`${said(parts.at(-1)!)} does not say its class: ${HOW}.`);
  return word;
}

function numbered(
  names: string[],
  known?: readonly string[],
): Pick<PictureClasses, 'labels' | 'classNames'> {
  const [low, high] = RANGES.classes.range;
  const isNumber = (name: string): boolean => /^\d{1,3}$/.test(name) && Number(name) < high;
  if (!known && names.every(isNumber)) return { labels: Uint8Array.from(names, Number) };
  const classNames = known ?? [...new Set(names)].toSorted(COLLATOR.compare);
  if (classNames.length < low || classNames.length > high) {
    throw new DataError(
      `The pictures are of ${plural(classNames.length, 'class', 'classes')}, but there must be ${low} to ${high}: ${HOW}.`,
    );
  }
  const index = new Map(classNames.map((name, n) => [name, n]));
  const labels = Uint8Array.from(names, (name) => {
    const label = index.get(name);
    if (label !== undefined) return label;
    throw new DataError(
      `A picture is of class "${said(name, 40)}", but the network knows ${classNames.map((own) => said(own, 20)).join(', ')}.`,
    );
  });
  return { labels, classNames: [...classNames] };
}

/** The same order everywhere: b2 before b10, whatever the language of the machine. */
const COLLATOR = new Intl.Collator('en', { numeric: true });
