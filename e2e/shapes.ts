/** A small data set of one's own, as IDX files: three classes that a small network learns in an instant. */

const SIDE = 12;

function idx(magic: number, sizes: number[], bytes: Uint8Array): Buffer {
  const head = Buffer.alloc(4 * (1 + sizes.length));
  head.writeUInt32BE(magic, 0);
  sizes.forEach((size, i) => head.writeUInt32BE(size, 4 * (i + 1)));
  return Buffer.concat([head, bytes]);
}

/** Rows, columns and diagonals, each a little elsewhere. A sixth of each is held out by the page. */
export function shapeFiles(count = 600): { images: Buffer; labels: Buffer } {
  const images = new Uint8Array(count * SIDE * SIDE);
  const labels = new Uint8Array(count);
  for (let n = 0; n < count; n++) {
    const label = n % 3;
    const offset = 1 + (Math.floor(n / 3) % (SIDE - 2));
    labels[n] = label;
    for (let i = 0; i < SIDE; i++) {
      const pixel = [offset * SIDE + i, i * SIDE + offset, i * (SIDE + 1)][label]!;
      images[n * SIDE * SIDE + pixel] = 160 + ((n * 7 + i * 13) % 90);
    }
  }
  return {
    images: idx(0x803, [count, SIDE, SIDE], images),
    labels: idx(0x801, [count], labels),
  };
}

/** The same in the order of their classes. */
export function sortedShapes(count = 600): { images: Buffer; labels: Buffer } {
  const { images, labels } = shapeFiles(count);
  const order = Array.from({ length: count }, (_, n) => n).toSorted(
    (a, b) => labels[8 + a]! - labels[8 + b]!,
  );
  const size = SIDE * SIDE;
  const at = (n: number) => images.subarray(16 + n * size, 16 + (n + 1) * size);
  return {
    images: Buffer.concat([images.subarray(0, 16), ...order.map(at)]),
    labels: Buffer.concat([labels.subarray(0, 8), Buffer.from(order.map((n) => labels[8 + n]!))]),
  };
}

/** Images of 3 x 64 pixels in two classes: no patch of 4 x 4 fits into them. */
export function thinFiles(count = 60): { images: Buffer; labels: Buffer } {
  const labels = Uint8Array.from({ length: count }, (_, n) => n % 2);
  const images = new Uint8Array(count * 3 * 64);
  labels.forEach((label, n) => {
    for (let y = 0; y < 32; y++) images[n * 192 + (32 * label + y) * 3 + (n % 3)] = 150 + y;
  });
  return {
    images: idx(0x803, [count, 64, 3], images),
    labels: idx(0x801, [count], labels),
  };
}
