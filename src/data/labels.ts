/** Labels and the images they belong to. */
import { RANGES } from '../model/ranges';
import { DataError } from './data-error';
import type { Images, ImageSet } from './image-set';
import { plural } from '../words/numbers';

/** What files are called in messages. */
export interface FileNames {
  images: string;
  labels: string;
}

export const DEFAULT_NAMES: FileNames = { images: 'The image file', labels: 'The label file' };

export interface LabelOptions {
  /** How many classes the labels may name; without it, the largest label + 1. */
  classes?: number;
  /** What the file calls the first class; found out without it. */
  first?: 0 | 1;
  names?: FileNames;
}

/** The letters of EMNIST are numbered from 1 to 26. */
const LETTERS = 26;
/** Fewer labels without 0 may be some of the ten digits. */
const DIGITS = 10;

/**
 * What a file calls its first class. Labels count from 1 where none is 0 and the largest says how many classes there are: in the
 * letters of EMNIST, and wherever 10 or more labels are there without a gap. Of fewer, 1 to 9 say, the first class may be missing by
 * chance, and who trains on digits without zeros wants the digits' names: they are taken as they are (formats.md).
 */
function firstClass(labels: Uint8Array, classes?: number): 0 | 1 {
  const there = new Set(labels);
  const largest = Math.max(0, ...there);
  if (there.has(0) || largest > RANGES.classes.range[1]) return 0;
  if (classes !== undefined && largest !== classes) return 0;
  return largest === LETTERS || (largest >= DIGITS && there.size === largest) ? 1 : 0;
}

/** What is said of labels that were counted from 1. */
export const from1Words = (classes: number): string =>
  `The labels run from 1 to ${classes}, so they are taken as classes 0 to ${classes - 1}.`;

/**
 * Images with their labels, as one set; labels counted from 1 are counted from 0 in it.
 * @throws DataError where the counts differ, or the labels name too few or too many classes
 */
export function pair(
  images: Images,
  given: Uint8Array<ArrayBuffer>,
  { classes, first = firstClass(given, classes), names = DEFAULT_NAMES }: LabelOptions = {},
): ImageSet {
  if (images.count !== given.length) {
    throw new DataError(
      `${names.images} holds ${plural(images.count, 'image')} but ${lowerFirst(names.labels)} ${plural(given.length, 'label')}: they do not belong together.`,
    );
  }
  if (first === 1 && given.includes(0)) {
    throw new DataError(
      `${names.labels} names class 0, but the labels trained with are counted from 1: they do not belong together.`,
    );
  }
  const labels = first === 1 ? given.map((label) => label - 1) : given;
  const largest = labels.reduce((a, b) => Math.max(a, b), 0);
  const [low, high] = RANGES.classes.range;
  if (classes !== undefined && largest >= classes) {
    throw new DataError(
      `${names.labels} names class ${largest + first}, but there are only ${classes} classes (${first} to ${classes - 1 + first}).`,
    );
  }
  if (classes === undefined && (largest + 1 < low || largest + 1 > high)) {
    throw new DataError(
      `${names.labels} names ${largest + 1} ${largest === 0 ? 'class' : 'classes'} (its largest label is ${largest}), but there must be ${low} to ${high}.`,
    );
  }
  return {
    ...images,
    labels,
    classes: classes ?? largest + 1,
    ...(first === 1 && { firstLabel: first }),
  };
}

/** "The label file" becomes "the label file"; a file's own name stays. */
function lowerFirst(name: string): string {
  return name.startsWith('The ') ? `the ${name.slice(4)}` : name;
}
