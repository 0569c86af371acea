/** A person's own IDX files as a training and a test set. */
import { DataError } from '../data/data-error';
import { slice, type ImageSet } from '../data/image-set';
import { readFiles } from '../data/read-files';
import type { DataRole } from '../engine/engine';
import { LINK } from './link-table';

export type OwnFiles = Partial<Record<`${DataRole}${'Images' | 'Labels'}`, File>>;

/** Without test files the last sixth of the training images is held out for testing. */
const HELD_OUT = 6;

async function read(
  images: File | undefined,
  labels: File | undefined,
  what: string,
  readSet: typeof readFiles,
): Promise<ImageSet> {
  if (!images || !labels) {
    throw new DataError(
      `The ${what} ${images ? 'labels' : 'images'} are missing: choose both an images and a labels file.`,
    );
  }
  return readSet(images, labels);
}

/**
 * @param readSet reads a pair of files
 * @throws DataError with one sentence saying which file is wrong, and how
 */
export async function readOwnFiles(
  files: OwnFiles,
  readSet: typeof readFiles = readFiles,
): Promise<{ name: string; train: ImageSet; test: ImageSet }> {
  const train = await read(files.trainImages, files.trainLabels, 'training', readSet);
  // No longer than a link can say it: what is told apart by its name is called the same everywhere.
  const name = LINK.data.write(files.trainImages!.name);
  if (files.testImages || files.testLabels) {
    const test = await read(files.testImages, files.testLabels, 'test', readSet);
    if (test.width !== train.width || test.height !== train.height) {
      throw new DataError(
        `The test images are ${test.width} x ${test.height} pixels, but the training images ` +
          `${train.width} x ${train.height}: they must be of one size.`,
      );
    }
    const classes = Math.max(train.classes, test.classes);
    return { name, train: { ...train, classes }, test: { ...test, classes } };
  }
  const cut = train.count - Math.max(1, Math.floor(train.count / HELD_OUT));
  if (cut < 1)
    throw new DataError('One image alone cannot be split into training and test: add more.');
  return { name, train: slice(train, 0, cut), test: slice(train, cut, train.count) };
}
