/**
 * The light of a photographed sheet or board at every pixel, as if nothing were written on it: what is darker than all around and thinner than a third of
 * the picture is closed (a greyscale closing: the largest value nearby, then the smallest of those; of light ink the other way round), so that shadows stay
 * with the paper and strokes do not.
 */

/** Cells along the longer side: light changes slowly, so it is looked at coarsely. */
const CELLS = 70;
/** What is thinner than this share of the shorter side is ink. */
const THICK = 0.3;

/**
 * @param light [height, width] luminance
 * @param isLight whether the ink is lighter than its paper
 * @returns [height, width] the paper's
 */
export function evenPaper(
  light: Float32Array<ArrayBuffer>,
  width: number,
  height: number,
  isLight: boolean,
): Float32Array<ArrayBuffer> {
  const cell = Math.max(1, Math.ceil(Math.max(width, height) / CELLS));
  const columns = Math.ceil(width / cell);
  const rows = Math.ceil(height / cell);
  // The mean of a cell, not its largest value, so that noise does not make the paper lighter than it is.
  const cells = new Float32Array(columns * rows);
  const counts = new Float32Array(columns * rows);
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      const at = Math.floor(y / cell) * columns + Math.floor(x / cell);
      cells[at]! += light[i]!;
      counts[at]!++;
    }
  }
  for (let i = 0; i < cells.length; i++) cells[i]! /= counts[i]!;
  const reach = Math.max(1, Math.round((THICK * Math.min(columns, rows)) / 2));
  const [out, back] = isLight ? [Math.min, Math.max] : [Math.max, Math.min];
  const closed = extreme(extreme(cells, columns, rows, reach, out), columns, rows, reach, back);
  return enlarged(blurred(closed, columns, rows), columns, rows, width, height, cell);
}

/** Of every cell the largest or smallest value no farther away than `reach`: in a disc, since shadows lie at any angle. */
function extreme(
  cells: Float32Array<ArrayBuffer>,
  columns: number,
  rows: number,
  reach: number,
  pick: (a: number, b: number) => number,
): Float32Array<ArrayBuffer> {
  return cells.map((own, i) => {
    const [x, y] = [i % columns, Math.floor(i / columns)];
    let value = own;
    for (let v = Math.max(0, y - reach); v <= Math.min(rows - 1, y + reach); v++) {
      const half = Math.floor(Math.sqrt(reach ** 2 - (v - y) ** 2));
      for (let u = Math.max(0, x - half); u <= Math.min(columns - 1, x + half); u++)
        value = pick(value, cells[v * columns + u]!);
    }
    return value;
  });
}

/** The mean of each cell and those around it. */
function blurred(
  cells: Float32Array<ArrayBuffer>,
  columns: number,
  rows: number,
): Float32Array<ArrayBuffer> {
  return cells.map((_, i) => {
    const [x, y] = [i % columns, Math.floor(i / columns)];
    let [sum, count] = [0, 0];
    for (let v = Math.max(0, y - 1); v <= Math.min(rows - 1, y + 1); v++) {
      for (let u = Math.max(0, x - 1); u <= Math.min(columns - 1, x + 1); u++) {
        sum += cells[v * columns + u]!;
        count++;
      }
    }
    return sum / count;
  });
}

/** Cells as pixels again, linear between the cells' middles. */
function enlarged(
  cells: Float32Array<ArrayBuffer>,
  columns: number,
  rows: number,
  width: number,
  height: number,
  cell: number,
): Float32Array<ArrayBuffer> {
  const place = (at: number, length: number): [number, number, number] => {
    const exact = Math.min(Math.max((at + 0.5) / cell - 0.5, 0), length - 1);
    const low = Math.floor(exact);
    return [low, Math.min(low + 1, length - 1), exact - low];
  };
  const result = new Float32Array(width * height);
  for (let y = 0, i = 0; y < height; y++) {
    const [top, bottom, down] = place(y, rows);
    for (let x = 0; x < width; x++, i++) {
      const [left, right, across] = place(x, columns);
      const row = (at: number) =>
        cells[at * columns + left]! * (1 - across) + cells[at * columns + right]! * across;
      result[i] = row(top) * (1 - down) + row(bottom) * down;
    }
  }
  return result;
}
