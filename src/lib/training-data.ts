/** Images and labels to train on, from arrays or IDX files (docs/formats.md). */
import type { ImageSet, ImageSize, Images } from '../data/image-set';
import { readImages, readLabels } from '../data/idx';
import { pair } from '../data/labels';
import { openSource, type Source } from './source';

/** Bytes [count, height, width] of images of the network's size, 0 paper to 255 ink; or an IDX file of them, plain or gzip. */
export type TrainingImages = Uint8Array | Source;

/** A class an image, from 0; or an IDX file of them, plain or gzip. */
export type Labels = ArrayLike<number> | Source;

const NAMES = { images: 'The image file', labels: 'The label file' };

/**
 * @param classes that the network tells apart
 * @throws Error with one sentence saying which of the two is wrong, and how
 */
export async function readTrainingData(
  images: TrainingImages,
  labels: Labels,
  size: ImageSize,
  classes: number,
): Promise<ImageSet> {
  const [read, given] = await Promise.all([imagesFrom(images, size), labelsFrom(labels)]);
  return pair(read, given, { classes, names: NAMES });
}

async function imagesFrom(images: TrainingImages, { width, height }: ImageSize): Promise<Images> {
  if (!(images instanceof Uint8Array)) return readImages(await openSource(images, NAMES.images));
  const count = images.length / (width * height);
  if (!Number.isInteger(count)) {
    throw new Error(
      `${images.length} bytes are no whole number of images of ${width} x ${height} pixels, which the network takes.`,
    );
  }
  return { width, height, count, images: images.slice() };
}

async function labelsFrom(labels: Labels): Promise<Uint8Array<ArrayBuffer>> {
  if (typeof labels === 'string' || labels instanceof URL || labels instanceof Blob)
    return readLabels(await openSource(labels, NAMES.labels));
  const given = Array.from(labels);
  const wrong = given.findIndex((label) => !(Number.isInteger(label) && label >= 0 && label < 256));
  if (wrong >= 0) throw new Error(`Label ${wrong} is no whole number from 0 to 255.`);
  return Uint8Array.from(given);
}
