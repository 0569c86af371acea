/** The drawings as IDX files, which this page, the commands and other programs read. */
import type { Taught } from '../../data/taught/taught';
import { taughtAlone } from '../../data/taught/taught-sets';
import { writeImages, writeLabels } from '../../data/write-idx';
import { download } from '../kit/download';

// Without a type a browser takes the bytes for a text and calls the file so.
const binary = (bytes: Uint8Array<ArrayBuffer>): Blob =>
  new Blob([bytes], { type: 'application/octet-stream' });

/** Two files, called as MNIST's are. */
export function saveTaught(taught: Taught): void {
  const set = taughtAlone(taught);
  download('taught-images-idx3-ubyte', binary(writeImages(set)));
  download('taught-labels-idx1-ubyte', binary(writeLabels(set)));
}
