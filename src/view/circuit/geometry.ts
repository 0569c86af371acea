/** Boxes, curves and rims of the circuit, in pixels. */

export interface Point {
  x: number;
  y: number;
}

export interface Box extends Point {
  width: number;
  height: number;
}

/** A cubic Bezier curve: from, two handles, to. */
export type Curve = readonly [Point, Point, Point, Point];

/** Which way the columns go: side by side, or one below the other. */
export type Direction = 'across' | 'down';

/** The shortest handle of a curve, so that it leaves and arrives straight. */
const LEAST_HANDLE = 18;

export function contains({ x, y, width, height }: Box, at: Point): boolean {
  return at.x >= x && at.x < x + width && at.y >= y && at.y < y + height;
}

export function centre({ x, y, width, height }: Box): Point {
  return { x: x + width / 2, y: y + height / 2 };
}

export function overlap(a: Box, b: Box): boolean {
  const apart = 1e-6;
  return (
    a.x + a.width > b.x + apart &&
    b.x + b.width > a.x + apart &&
    a.y + a.height > b.y + apart &&
    b.y + b.height > a.y + apart
  );
}

/** The way of a synapse: it leaves and arrives along the direction of the columns. */
export function curveBetween(from: Point, to: Point, direction: Direction): Curve {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const handle = Math.max(LEAST_HANDLE, Math.abs(direction === 'across' ? dx : dy) / 2);
  return direction === 'across'
    ? [from, { x: from.x + handle, y: from.y }, { x: to.x - handle, y: to.y }, to]
    : [from, { x: from.x, y: from.y + handle }, { x: to.x, y: to.y - handle }, to];
}

/** The point at `share` of a curve, 0 its beginning, 1 its end. */
export function pointOn([a, b, c, d]: Curve, share: number): Point {
  const rest = 1 - share;
  const [p, q, r, s] = [rest ** 3, 3 * rest ** 2 * share, 3 * rest * share ** 2, share ** 3];
  return {
    x: p * a.x + q * b.x + r * c.x + s * d.x,
    y: p * a.y + q * b.y + r * c.y + s * d.y,
  };
}

/** Stretches that a curve is cut into where distances to it are measured. */
const PIECES = 24;

/** Pixels from a point to a curve. */
export function distanceTo(curve: Curve, { x, y }: Point): number {
  let least = Infinity;
  let before = curve[0];
  for (let n = 1; n <= PIECES; n++) {
    const next = pointOn(curve, n / PIECES);
    const [dx, dy] = [next.x - before.x, next.y - before.y];
    const length = dx * dx + dy * dy;
    const along = length > 0 ? ((x - before.x) * dx + (y - before.y) * dy) / length : 0;
    const share = Math.min(1, Math.max(0, along));
    least = Math.min(least, Math.hypot(x - before.x - share * dx, y - before.y - share * dy));
    before = next;
  }
  return least;
}

/**
 * The first `share` of a box's rim as a line: from the middle of its lower edge clockwise, and all around at 1; a share below 0
 * goes the other way around.
 */
export function rimLine(box: Box, share: number): Point[] {
  const { x, y, width, height } = box;
  const middle = { x: x + width / 2, y: y + height };
  const [left, right, bottom] = [x, x + width, y + height];
  const clockwise = [
    { x: left, y: bottom },
    { x: left, y },
    { x: right, y },
    { x: right, y: bottom },
    middle,
  ];
  const corners = share >= 0 ? clockwise : [...clockwise.slice(0, 4).toReversed(), middle];
  let rest = Math.min(1, Math.abs(share)) * 2 * (width + height);
  const line = [middle];
  let at = middle;
  for (const corner of corners) {
    if (rest <= 0) break;
    const length = Math.abs(corner.x - at.x) + Math.abs(corner.y - at.y);
    const part = length > 0 ? Math.min(1, rest / length) : 1;
    at = { x: at.x + part * (corner.x - at.x), y: at.y + part * (corner.y - at.y) };
    line.push(at);
    rest -= length;
  }
  return line;
}
