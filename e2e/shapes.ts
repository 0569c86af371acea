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
