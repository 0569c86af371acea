/**
 * Distortions for training (model.md): seeded by (seed, epoch, image), so a step sees the same images on every engine.
 * `shift` moves by whole pixels, `flip` mirrors half of the images left to right; `affine` and `elastic` are composed into one map
 * and sampled once, bilinearly.
 * Lengths are those of a 28 x 28 image and grow with the image's side. Outside an image is paper.
 */
import { createRandom, STREAM, type Random } from '../model/random';
import type { Distortion } from '../model/training';
import { inkBox, type Box } from './normalise';
import { createElasticField, type ElasticField } from './elastic';

/** The side the lengths below belong to. */
const SIDE = 28;

/** Each parameter is uniform between minus and plus its value. */
export const AFFINE = {
  /** Radians. */
  rotation: (9 * Math.PI) / 180,
  /** Of each axis, as a share. */
  scale: 0.1,
  shear: 0.15,
  /** Of each axis, pixels of 28. */
  shift: 1.5,
} as const;

/** Largest shift of kind `shift` in pixels of 28; -1, 0 and 1 are equally likely on each axis. */
export const SHIFT = 1;

/**
 * From a target pixel's place to its source's, both relative to the image's centre:
 * x' = xx x + xy y + x0, y' = yx x + yy y + y0.
 */
export interface AffineMap {
  xx: number;
  xy: number;
  yx: number;
  yy: number;
  x0: number;
  y0: number;
}

export const IDENTITY: AffineMap = { xx: 1, xy: 0, yx: 0, yy: 1, x0: 0, y0: 0 };

/**
 * Writes the distorted image into `target`.
 * @param source [height * width] bytes
 * @param seed the run's seed; with `epoch` and the image's index in its set it names the draw
 */
export function distort(
  source: Uint8Array,
  target: Uint8Array,
  width: number,
  height: number,
  kind: Distortion,
  seed: number,
  epoch: number,
  index: number,
): void {
  if (kind === 'none') {
    target.set(source);
    return;
  }
  const random = createRandom(seed, STREAM.distortion, epoch, index);
  if (kind === 'shift') {
    const { x0, y0 } = drawMap(random, kind, width, height);
    shift(source, target, width, height, -x0, -y0);
    return;
  }
  const map = drawMap(random, kind, width, height);
  const field = kind.endsWith('elastic') ? fieldFor(width, height) : undefined;
  field?.draw(random);
  warp(source, target, width, height, map, field);
}

/** The affine part of a draw, its first random numbers; for `shift` a move by whole pixels. Whether it is mirrored is drawn last. */
export function drawMap(
  random: Random,
  kind: Distortion,
  width: number,
  height: number,
): AffineMap {
  const map = drawMove(random, kind, width, height);
  return kind.startsWith('flip') && random.below(2) === 1 ? mirrored(map) : map;
}

function drawMove(random: Random, kind: Distortion, width: number, height: number): AffineMap {
  if (kind.includes('affine')) return drawAffine(random, width, height);
  if (!kind.includes('shift')) return IDENTITY;
  const x0 = -wholeShift(random, width);
  return { ...IDENTITY, x0, y0: -wholeShift(random, height) };
}

/** The map of the mirrored image: left and right of what is read change places. */
function mirrored({ xx, xy, x0, ...rest }: AffineMap): AffineMap {
  return { ...rest, xx: -xx, xy: -xy, x0: -x0 };
}

/** Scratch memory of the last image size; a training run has one. */
let cached: ElasticField | undefined;

function fieldFor(width: number, height: number): ElasticField {
  if (cached?.width !== width || cached.height !== height) {
    cached = createElasticField(width, height);
  }
  return cached;
}

function wholeShift(random: Random, side: number): number {
  const most = Math.max(1, Math.round((SHIFT * side) / SIDE));
  return random.below(2 * most + 1) - most;
}

/** Moves the ink by (dx, dy) whole pixels. */
export function shift(
  source: Uint8Array,
  target: Uint8Array,
  width: number,
  height: number,
  dx: number,
  dy: number,
): void {
  target.fill(0);
  const from = Math.max(0, -dx);
  const length = width - Math.abs(dx);
  if (length <= 0) return;
  for (let y = Math.max(0, dy); y < height + Math.min(0, dy); y++) {
    const start = (y - dy) * width + from;
    target.set(source.subarray(start, start + length), y * width + Math.max(0, dx));
  }
}

/** A random affine map: rotation, then shear, then scale, then shift. */
export function drawAffine(random: Random, width: number, height: number): AffineMap {
  const draw = (most: number): number => (2 * random.uniform() - 1) * most;
  const angle = draw(AFFINE.rotation);
  const shear = draw(AFFINE.shear);
  const scaleX = 1 + draw(AFFINE.scale);
  const scaleY = 1 + draw(AFFINE.scale);
  const x0 = draw((AFFINE.shift * width) / SIDE);
  const y0 = draw((AFFINE.shift * height) / SIDE);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return {
    xx: scaleX * (cos + shear * sin),
    xy: scaleX * (shear * cos - sin),
    yx: scaleY * sin,
    yy: scaleY * cos,
    x0,
    y0,
  };
}

/** The source with a border of paper two pixels wide, so that sampling needs no tests at the edges. */
let padded = new Uint8Array(0);
const BORDER = 2;

/** Copies the source into `padded` and returns the box of its ink, in padded pixels; undefined for a blank image. */
function pad(source: Uint8Array, width: number, height: number): Box | undefined {
  const stride = width + 2 * BORDER;
  const length = stride * (height + 2 * BORDER);
  if (padded.length !== length) padded = new Uint8Array(length);
  else padded.fill(0);
  for (let y = 0, from = 0; y < height; y++) {
    const to = (y + BORDER) * stride + BORDER;
    for (let x = 0; x < width; x++, from++) padded[to + x] = source[from]!;
  }
  return inkBox(padded, stride, height + 2 * BORDER);
}

/**
 * Samples `source` bilinearly at the mapped and displaced place of every target pixel, rounded to bytes.
 * @param field displacements in pixels, added after the map; none without it
 */
export function warp(
  source: Uint8Array,
  target: Uint8Array,
  width: number,
  height: number,
  map: AffineMap,
  field?: Pick<ElasticField, 'dx' | 'dy'>,
): void {
  const ink = pad(source, width, height);
  if (!ink) {
    target.fill(0);
    return;
  }
  const image = padded;
  const stride = width + 2 * BORDER;
  // Between these, a sample has ink among its four pixels; everywhere else is paper.
  const [left, right, top, bottom] = [ink.left - 1, ink.right, ink.top - 1, ink.bottom];
  const [cx, cy] = [(width - 1) / 2, (height - 1) / 2];
  for (let y = 0, at = 0; y < height; y++) {
    const rowX = map.xy * (y - cy) + map.x0 + cx + BORDER;
    const rowY = map.yy * (y - cy) + map.y0 + cy + BORDER;
    for (let x = 0; x < width; x++, at++) {
      let sx = rowX + map.xx * (x - cx);
      let sy = rowY + map.yx * (x - cx);
      if (field) {
        sx += field.dx[at]!;
        sy += field.dy[at]!;
      }
      if (!(sx >= left && sx < right && sy >= top && sy < bottom)) {
        target[at] = 0;
        continue;
      }
      // Not negative here, so truncation is the floor.
      const column = Math.trunc(sx);
      const row = Math.trunc(sy);
      const [fx, fy] = [sx - column, sy - row];
      const p = row * stride + column;
      const above = image[p]! + (image[p + 1]! - image[p]!) * fx;
      const q = p + stride;
      const below = image[q]! + (image[q + 1]! - image[q]!) * fx;
      target[at] = Math.trunc(above + (below - above) * fy + 0.5);
    }
  }
}
