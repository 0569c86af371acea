/** A small set of files, sound and not, each [name, bytes as base64 text]. */
const idx = (type, sizes, values) =>
  Buffer.from([
    0,
    0,
    type,
    sizes.length,
    ...sizes.flatMap((n) => [0, 0, n >> 8, n & 255]),
    ...values,
  ]);

/** Twenty images of 8 x 8 pixels, of two classes: the left half lit, or the right. */
const classOf = (n) => n % 2;
const images = idx(
  8,
  [20, 8, 8],
  Array.from({ length: 20 * 64 }, (_, i) => ((i & 7) < 4 === (classOf(i >> 6) === 0) ? 200 : 0)),
);
const labels = idx(
  8,
  [20],
  Array.from({ length: 20 }, (_, n) => classOf(n)),
);

export const FILES = [
  ['train-images-idx3-ubyte', images],
  ['train-labels-idx1-ubyte', labels],
  ['cut-images-idx3-ubyte', images.subarray(0, 300)],
  ['empty.safetensors', Buffer.alloc(0)],
  ['broken.safetensors', Buffer.from('8\0\0\0\0\0\0\0{"a":1}{')],
  ['<img src=x>.png', Buffer.from('\x89PNG\r\n', 'latin1')],
  ['notes.txt', Buffer.from('nothing of use')],
].map(([name, bytes]) => ({ name, base64: bytes.toString('base64') }));
