/**
 * A drawing as MNIST's digits were made: the ink's bounding box is scaled to 20 x 20 (aspect kept, antialiased, grey levels
 * kept), then shifted by whole pixels until its centre of mass is nearest to the middle of 28 x 28, which in MNIST is
 * pixel (14, 14). MNIST's own digits come out as they are. Other sizes have the same proportions.
 */

/** The side of the box the ink is scaled to, as a share of the image's. */
const BOX = 20 / 28;

/** A rectangle of whole pixels, `right` and `bottom` excluded. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** The smallest box around every pixel that is not paper; undefined for a blank image. */
export function inkBox(image: Uint8Array, width: number, height: number): Box | undefined {
  let left = width;
  let right = 0;
  let top = height;
  let bottom = 0;
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at++) {
      if (image[at] === 0) continue;
      if (x < left) left = x;
      if (x >= right) right = x + 1;
      if (y < top) top = y;
      bottom = y + 1;
    }
  }
  return right > left ? { left, top, right, bottom } : undefined;
}

/**
 * @param image [height, width] bytes, 0 paper to 255 ink, of any resolution
 * @param targetWidth of the result in pixels, as `targetHeight`: the network's
 * @returns [targetHeight, targetWidth] bytes; a blank drawing stays blank
 */
export function normalise(
  image: Uint8Array,
  width: number,
  height: number,
  targetWidth: number,
  targetHeight: number,
): Uint8Array<ArrayBuffer> {
  const result = new Uint8Array(targetWidth * targetHeight);
  const box = inkBox(image, width, height);
  if (!box) return result;
  const [boxWidth, boxHeight] = [box.right - box.left, box.bottom - box.top];
  const scale = Math.min(
    Math.max(1, Math.round(targetWidth * BOX)) / boxWidth,
    Math.max(1, Math.round(targetHeight * BOX)) / boxHeight,
  );
  const columns = Math.max(1, Math.round(boxWidth * scale));
  const rows = Math.max(1, Math.round(boxHeight * scale));
  const small = shrink(image, width, box, columns, rows);
  const left = place(small, columns, rows, targetWidth, 'x');
  const top = place(small, columns, rows, targetHeight, 'y');
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < columns; x++) {
      result[(top + y) * targetWidth + left + x] = Math.round(small[y * columns + x]!);
    }
  }
  return result;
}

/** Where the scaled ink starts along an axis: its centre of mass nearest to pixel side / 2, no ink outside the image. */
function place(
  ink: Float64Array,
  columns: number,
  rows: number,
  side: number,
  axis: 'x' | 'y',
): number {
  let mass = 0;
  let moment = 0;
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < columns; x++) {
      mass += ink[y * columns + x]!;
      moment += ink[y * columns + x]! * (axis === 'x' ? x : y);
    }
  }
  const start = Math.round(side / 2 - moment / mass);
  return Math.min(Math.max(start, 0), side - (axis === 'x' ? columns : rows));
}

/** Area averaging of a box onto [rows, columns], one axis after the other; exact also where pixels are covered in part. */
export function shrink(
  image: Uint8Array,
  width: number,
  box: Box,
  columns: number,
  rows: number,
): Float64Array {
  const across = box.right - box.left;
  const down = box.bottom - box.top;
  const narrow = new Float64Array(down * columns);
  eachOverlap(across, columns, (x, column, share) => {
    for (let y = 0; y < down; y++) {
      const ink = image[(box.top + y) * width + box.left + x]!;
      narrow[y * columns + column]! += ink * share;
    }
  });
  const result = new Float64Array(rows * columns);
  eachOverlap(down, rows, (y, row, share) => {
    for (let x = 0; x < columns; x++) {
      result[row * columns + x]! += narrow[y * columns + x]! * share;
    }
  });
  return result;
}

/** Each pair of a source cell and a target cell that overlap, with the share of the target that the source fills. */
function eachOverlap(
  source: number,
  target: number,
  visit: (from: number, to: number, share: number) => void,
): void {
  const step = source / target;
  for (let to = 0; to < target; to++) {
    const start = to * step;
    const end = Math.min((to + 1) * step, source);
    for (let from = Math.floor(start); from < end; from++) {
      const share = (Math.min(from + 1, end) - Math.max(from, start)) / step;
      if (share > 0) visit(from, to, share);
    }
  }
}
