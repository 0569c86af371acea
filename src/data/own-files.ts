/** A person's own files as a training and a test set. */
import { blobSource } from './byte-source';
import { contentHash } from './content-hash';
import { DataError } from './data-error';
import { holdOut } from './hold-out';
import { said } from '../model/said';
import { sameSize, type ImageSet } from './image-set';
import { decodePicture } from './pictures/decode';
import { readOwnPictures, type OwnPictures } from './pictures/own-pictures';
import { transposed } from './transpose';
import { bringsLabels, readSets, type Half, type Sets } from './read-data';

/** Files of images and labels. */
export type DataFiles = Partial<Record<`${'train' | 'test'}${'Images' | 'Labels'}`, File>>;

/** Pictures, or files of images and labels. */
export type OwnFiles = DataFiles & {
  pictures?: OwnPictures;
  /** Whether each image is turned about its diagonal. */
  turned?: boolean;
};

export interface OwnSets {
  /** The name of the file with the training images, or of the folder of pictures. */
  name: string;
  /** Of all that was read (content-hash.ts). */
  hash: string;
  train: ImageSet;
  test: ImageSet;
  /** Whether the test images were held out of the training images: there were no test files. */
  heldOut: boolean;
  /** What is to be said of pictures that were not taken as they are. */
  notes?: string[];
}

/** While many pictures are read. */
export interface Reading {
  /** Told after every few how many have been looked at. */
  onRead?: (pictures: number) => void;
  /** Ends the reading, which then throws the signal's reason. */
  signal?: AbortSignal;
}

/** What was read, before anything is held out. */
type Found = Pick<OwnSets, 'name' | 'train' | 'notes'> & Partial<Pick<OwnSets, 'test'>>;

/** Without test files one image in so many is held out for testing. */
const HELD_OUT = 6;

/**
 * Reads pictures, IDX files, tables (CSV), arrays and archives of NumPy; messages call them by their names.
 * @param decode of pictures; tests bring their own
 * @throws DataError with one sentence saying which file is wrong, and how
 */
export async function readOwnFiles(
  files: OwnFiles,
  decode = decodePicture,
  { onRead, signal }: Reading = {},
): Promise<OwnSets> {
  const tell = (count: number): void => {
    signal?.throwIfAborted();
    onRead?.(count);
  };
  const { pictures } = files;
  const { test: tested, ...whole } = pictures
    ? await readOwnPictures(pictures, decode, tell)
    : await readDataFiles(files);
  const turn = files.turned ? transposed<ImageSet> : (set: ImageSet) => set;
  const found = { ...whole, train: turn(whole.train) };
  const test = tested && turn(tested);
  const { train } = found;
  if (test) {
    if (!sameSize(test, train)) {
      throw new DataError(
        `The test images are ${test.width} x ${test.height} pixels, but the training images ` +
          `${train.width} x ${train.height}: they must be of one size.`,
      );
    }
    const classes = Math.max(train.classes, test.classes);
    const hash = hashOf(train, test);
    return {
      ...found,
      hash,
      train: { ...train, classes },
      test: { ...test, classes },
      heldOut: false,
    };
  }
  if (train.count < 2)
    throw new DataError('One image alone cannot be split into training and test: add more.');
  const { train: rest, held } = holdOut(train, Math.max(1, Math.floor(train.count / HELD_OUT)));
  return { ...found, hash: hashOf(train), train: rest, test: held, heldOut: true };
}

async function readDataFiles(files: DataFiles): Promise<Found> {
  const { set: train, test: inside } = await read(files.trainImages, files.trainLabels, 'train');
  const { name } = files.trainImages!;
  const named = files.testImages !== undefined || files.testLabels !== undefined;
  const test = named
    ? (await read(files.testImages, files.testLabels, 'test', train.firstLabel ?? 0)).set
    : inside;
  return { name, train, ...(test && { test }) };
}

async function read(
  images: File | undefined,
  labels: File | undefined,
  half: Half,
  first?: 0 | 1,
): Promise<Sets> {
  const source = images && blobSource(images);
  if (!source || (!labels && !(await bringsLabels(source)))) {
    const what = `${half === 'train' ? 'training' : 'test'} ${source ? 'labels' : 'images'}`;
    throw new DataError(`The ${what} are missing: choose both an images and a labels file.`);
  }
  return readSets(source, labels && blobSource(labels), half, {
    ...(first !== undefined && { first }),
    names: { images: said(images.name), labels: said(labels?.name ?? '') },
  });
}

function hashOf(...sets: ImageSet[]): string {
  const parts = sets.flatMap(({ width, height, images, labels }) => [
    Uint8Array.of(width, height),
    images,
    labels,
  ]);
  return contentHash(...parts);
}
