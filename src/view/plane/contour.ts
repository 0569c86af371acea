/** Lines of equal value over a grid (marching squares), straight within a square of four neighbours. */

/**
 * @param values [side, side] row by row; what is not finite has no line near it
 * @returns pieces of the line, four numbers each: column and row of both ends, in grid units
 */
export function contour(values: Float32Array, side: number, level: number): Float32Array {
  const pieces: number[] = [];
  for (let row = 0; row + 1 < side; row++) {
    for (let column = 0; column + 1 < side; column++) {
      const at = row * side + column;
      // Clockwise from the upper left.
      const corners = [values[at]!, values[at + 1]!, values[at + side + 1]!, values[at + side]!];
      if (!corners.every((v) => Number.isFinite(v))) continue;
      const crossings: number[] = [];
      for (let edge = 0; edge < 4; edge++) {
        const [a, b] = [corners[edge]!, corners[(edge + 1) % 4]!];
        if (a < level === b < level) continue;
        const share = (level - a) / (b - a);
        const [x, y] = CORNERS[edge]!;
        const [toX, toY] = CORNERS[(edge + 1) % 4]!;
        crossings.push(column + x + (toX - x) * share, row + y + (toY - y) * share);
      }
      // Two crossings are a piece; four, of a saddle, are two pieces.
      pieces.push(...crossings);
    }
  }
  return Float32Array.from(pieces);
}

const CORNERS: [x: number, y: number][] = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
];
