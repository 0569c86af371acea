/** Many pictures as a data set. */
import { said } from '../../model/said';
import { formatCount, plural } from '../../words/numbers';
import type { ByteSource } from '../byte-source';
import { DataError } from '../data-error';
import { imageAt, type Images, type ImageSet, type ImageSize } from '../image-set';
import { pair } from '../labels';
import type { Half } from '../read-data';
import type { Decode } from './decoded';
import { inkOf } from './ink';
import { pictureClasses } from './picture-classes';
import { toImage } from './to-image';

export interface PictureFile {
  /** With the folders it lies in, from the one that was chosen on: "faces/smile/a.png". */
  path: string;
  file: ByteSource;
}

/** How pictures become images. */
export interface PictureOptions {
  size: ImageSize;
  /** Whether they are scaled and centred as drawings are. */
  normalised: boolean;
  decode: Decode;
  /** Told after every few how many have been looked at; what it throws ends the reading. */
  onRead?: (pictures: number) => void;
}

/** As many as MNIST, and then some. */
const MOST_PICTURES = 100_000;
/** Decoded at a time: browsers do so on threads of their own. */
const AT_ONCE = 8;
/** Files that are named where several could not be read. */
const NAMED = 3;

/** The pictures that could be read. */
export interface ReadImages {
  images: Images;
  /** [images.count] their paths. */
  paths: string[];
  /** What is to be said of the others. */
  notes: string[];
}

/**
 * Pictures as images, in the order of their paths; those that are damaged are left out.
 * @throws DataError where there are none, too many, or none that can be read
 */
export async function readPictures(
  pictures: readonly PictureFile[],
  { size, normalised, decode, onRead }: PictureOptions,
): Promise<ReadImages> {
  if (pictures.length === 0)
    throw new DataError('There are no pictures in it: choose another folder.');
  if (pictures.length > MOST_PICTURES) {
    throw new DataError(
      `There are ${formatCount(pictures.length)} pictures, but at most ${formatCount(MOST_PICTURES)} are read: choose fewer.`,
    );
  }
  const sorted = pictures.toSorted((a, b) => (a.path < b.path ? -1 : Number(a.path > b.path)));
  const area = size.width * size.height;
  const all = { ...size, count: sorted.length, images: new Uint8Array(sorted.length * area) };
  const paths: string[] = [];
  const failures: DataError[] = [];
  let moving = 0;
  for (let from = 0; from < sorted.length; from += AT_ONCE) {
    const some = sorted.slice(from, from + AT_ONCE);
    const read = await Promise.allSettled(
      some.map(({ path, file }) => decode(file, path.split('/').at(-1)!)),
    );
    read.forEach((result, n) => {
      if (result.status === 'rejected') {
        if (!(result.reason instanceof DataError)) throw result.reason as Error;
        failures.push(result.reason);
        return;
      }
      const { pixels, animated } = result.value;
      moving += Number(animated);
      imageAt(all, paths.length).set(toImage(inkOf(pixels), size, normalised));
      paths.push(some[n]!.path);
    });
    onRead?.(from + some.length);
  }
  if (paths.length === 0) throw failures[0]!;
  const notes = [...leftOut(failures, sorted.length), ...movingWords(moving)];
  const images = all.images.slice(0, paths.length * area);
  return { images: { ...size, count: paths.length, images }, paths, notes };
}

function leftOut(failures: DataError[], of: number): string[] {
  if (failures.length === 0) return [];
  const rest = failures.length - NAMED;
  const named = failures.slice(0, NAMED).map(({ message }) => message);
  return [
    `${formatCount(failures.length)} of ${plural(of, 'picture')} could not be read and ${failures.length === 1 ? 'is' : 'are'} left out.`,
    ...named,
    ...(rest > 0 ? [`So it is with ${formatCount(rest)} more.`] : []),
  ];
}

export const movingWords = (moving: number): string[] =>
  moving === 0
    ? []
    : [
        moving === 1
          ? 'One picture moves: its first frame is taken.'
          : `${formatCount(moving)} pictures move: the first frame of each is taken.`,
      ];

export interface PictureSets {
  train: ImageSet;
  /** Only where folders say so, as `train/` and `test/` do. */
  test?: ImageSet;
  notes: string[];
}

/**
 * Pictures with their classes, by folder or by name.
 * @param known [classes] names that the classes must have
 * @throws DataError
 */
export async function readPictureSets(
  pictures: readonly PictureFile[],
  options: PictureOptions,
  known?: readonly string[],
): Promise<PictureSets> {
  // What is wrong with the names is said before anything is decoded.
  pictureClasses(
    pictures.map(({ path }) => path),
    known,
  );
  const { images, paths, notes } = await readPictures(pictures, options);
  const { labels, halves, classNames } = pictureClasses(paths, known);
  const name = { images: 'The folder', labels: 'The folder' };
  const whole = pair(images, labels, { names: name });
  const set = { ...whole, ...(classNames && { classes: classNames.length, classNames }) };
  if (!halves.includes('test')) return { train: set, notes };
  return { train: part(set, halves, 'train'), test: part(set, halves, 'test'), notes };
}

function part(set: ImageSet, halves: readonly Half[], half: Half): ImageSet {
  const chosen = halves.flatMap((own, i) => (own === half ? [i] : []));
  const images = new Uint8Array(chosen.length * set.width * set.height);
  const result = { ...set, count: chosen.length, images };
  chosen.forEach((i, n) => imageAt(result, n).set(imageAt(set, i)));
  return { ...result, labels: Uint8Array.from(chosen, (i) => set.labels[i]!) };
}

/** "smiles", of "smiles/happy/a.png": what a set of pictures is called. */
export function setName(pictures: readonly { path: string }[]): string {
  const tops = new Set(pictures.map(({ path }) => path.split('/')[0]!));
  const [top] = tops;
  const isFolder = tops.size === 1 && pictures.every(({ path }) => path.includes('/'));
  return isFolder ? said(top!, 64) : plural(pictures.length, 'picture');
}
