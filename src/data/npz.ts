/** Archives of NumPy (.npz): arrays of images and labels, of one half of a data set or of both. */
import { said } from '../model/said';
import { DataError, orNotFetched } from './data-error';
import type { Images } from './image-set';
import { isLabelShape, npyHeader, readNpy } from './npy';
import { imagesOf, labelsOf } from './npy-images';
import { isTestName } from './test-name';
import { MOST_UNPACKED, tooLarge } from './unpacked';

/** Images, with labels where there are any. */
export interface Labelled {
  images: Images;
  labels: Uint8Array<ArrayBuffer> | null;
}

export interface Halves {
  train?: Labelled;
  test?: Labelled;
}

/** Archives of data hold a handful of arrays. */
const MOST_ENTRIES = 100;
/** Deflate cannot expand by more. */
const MOST_EXPANSION = 1032;

/**
 * An array that holds one number an image is labels, any other is images; which half they belong to is told by their names
 * (x_train, y_test, val_images; arr_0 is for training). Of several for one place the first counts.
 * @param name what the file is called in messages
 * @throws DataError
 */
export async function readNpz(packed: Uint8Array<ArrayBuffer>, name: string): Promise<Halves> {
  const arrays = await unpack(packed, name);
  const halves: Halves = {};
  for (const half of ['train', 'test'] as const) {
    const own = arrays.filter((entry) => isTestName(entry.key) === (half === 'test'));
    const images = own.find(({ bytes }) => !isLabels(bytes));
    if (!images) continue;
    const labels = own.find(({ bytes }) => isLabels(bytes));
    const called = (key: string): string => `${said(key, 40)} in ${name}`;
    const label = labels && called(labels.key);
    halves[half] = {
      images: imagesOf(readNpy(images.bytes, called(images.key)), called(images.key)),
      labels: labels ? labelsOf(readNpy(labels.bytes, label!), label!) : null,
    };
  }
  if (!halves.train && !halves.test) {
    // Python's objects are the usual reason.
    for (const { key, bytes } of arrays) readNpy(bytes, `${said(key, 40)} in ${name}`);
    throw new DataError(
      `${name} holds no array of images: they must be [N, rows, columns], and their labels [N].`,
    );
  }
  return halves;
}

function isLabels(bytes: Uint8Array): boolean {
  return isLabelShape(npyHeader(bytes)?.shape ?? []);
}

interface Entry {
  /** The array's name, without its ending. */
  key: string;
  bytes: Uint8Array;
}

/** The arrays of an archive; those of a validation set behind the others, so that a test set counts first. */
async function unpack(packed: Uint8Array<ArrayBuffer>, name: string): Promise<Entry[]> {
  const { unzipSync } = await orNotFetched(import('fflate'), 'What unpacks NumPy archives');
  let total = 0;
  let entries = 0;
  try {
    const files = unzipSync(packed, {
      filter: ({ name: entry, originalSize }) => {
        if (++entries > MOST_ENTRIES) {
          throw new DataError(
            `${name} holds more than ${MOST_ENTRIES} entries: take out the rest.`,
          );
        }
        if (!entry.endsWith('.npy')) return false;
        total += originalSize;
        if (total > MOST_UNPACKED) throw tooLarge(name);
        if (originalSize > packed.length * MOST_EXPANSION) throw damaged(name);
        return true;
      },
    });
    return Object.entries(files)
      .map(([entry, bytes]) => ({ key: entry.slice(0, -'.npy'.length), bytes }))
      .toSorted((a, b) => Number(/val/i.test(a.key)) - Number(/val/i.test(b.key)));
  } catch (error) {
    if (error instanceof DataError) throw error;
    throw damaged(name, error);
  }
}

function damaged(name: string, cause?: unknown): DataError {
  return new DataError(
    `${name} is a damaged archive of NumPy: it may have been cut off on its way, so get it again.`,
    { cause },
  );
}
