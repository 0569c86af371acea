/** A person's own files as a training and a test set. */
import { blobSource } from './byte-source';
import { contentHash } from './content-hash';
import { DataError } from './data-error';
import { holdOut } from './hold-out';
import { said } from '../model/said';
import { sameSize, type ImageSet } from './image-set';
import { bringsLabels, readSets, type Half, type Sets } from './read-data';

export type OwnFiles = Partial<Record<`${'train' | 'test'}${'Images' | 'Labels'}`, File>>;

export interface OwnSets {
  /** The name of the file with the training images. */
  name: string;
  /** Of all that was read (content-hash.ts). */
  hash: string;
  train: ImageSet;
  test: ImageSet;
  /** Whether the test images were held out of the training images: there were no test files. */
  heldOut: boolean;
}

/** Without test files one image in so many is held out for testing. */
const HELD_OUT = 6;

/**
 * Reads IDX files, tables (CSV), arrays and archives of NumPy; messages call them by their names.
 * @throws DataError with one sentence saying which file is wrong, and how
 */
export async function readOwnFiles(files: OwnFiles): Promise<OwnSets> {
  const { set: train, test: inside } = await read(files.trainImages, files.trainLabels, 'train');
  const { name } = files.trainImages!;
  const named = files.testImages !== undefined || files.testLabels !== undefined;
  const test = named
    ? (await read(files.testImages, files.testLabels, 'test', train.firstLabel ?? 0)).set
    : inside;
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
      name,
      hash,
      train: { ...train, classes },
      test: { ...test, classes },
      heldOut: false,
    };
  }
  if (train.count < 2)
    throw new DataError('One image alone cannot be split into training and test: add more.');
  const { train: rest, held } = holdOut(train, Math.max(1, Math.floor(train.count / HELD_OUT)));
  return { name, hash: hashOf(train), train: rest, test: held, heldOut: true };
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
