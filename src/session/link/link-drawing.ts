/** Strokes as a short text: points of the drawing's grid, each as its way from the point before, in base64url. */
import { GRID, REACH } from '../../data/drawing-grid';
import type { Point, Stroke } from '../../data/strokes';
import { fromBase64url, toBase64url } from './base64url';
import type { Codec } from './link-codecs';

/** Pen widths are whole multiples of this. */
const WIDTH_UNITS = 10_000;
const WIDEST = 0.5;

/** What a link carries at most, about 60,000 characters: browsers take more, people do not draw more. */
export const MOST_POINTS = 20_000;
const MOST_STROKES = 1000;

/** The text of a pad with nothing on it. */
const BLANK = '-';

export function fitsLink(strokes: Stroke[]): boolean {
  const points = strokes.reduce((sum, s) => sum + s.points.length, 0);
  return strokes.length <= MOST_STROKES && points <= MOST_POINTS;
}

/** Seven bits a byte, lowest first; the eighth says that more follow. */
function pushVarint(bytes: number[], value: number): void {
  let rest = value;
  for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) bytes.push((rest % 0x80) | 0x80);
  bytes.push(rest);
}

const zigzag = (n: number) => (n < 0 ? -2 * n - 1 : 2 * n);
const unzigzag = (n: number) => (n % 2 === 0 ? n / 2 : -(n + 1) / 2);

function write(strokes: Stroke[]): string {
  if (strokes.length === 0) return BLANK;
  const bytes: number[] = [];
  let [x, y] = [0, 0];
  for (const { points, width } of strokes) {
    pushVarint(bytes, points.length);
    pushVarint(bytes, Math.round(width * WIDTH_UNITS));
    for (const point of points) {
      const [px, py] = [Math.round(point.x * GRID), Math.round(point.y * GRID)];
      pushVarint(bytes, zigzag(px - x));
      pushVarint(bytes, zigzag(py - y));
      [x, y] = [px, py];
    }
  }
  return toBase64url(bytes);
}

/** Reads numbers off base64url; NaN past the end. */
function reader(text: string): { next(): number; done(): boolean } | undefined {
  const binary = fromBase64url(text);
  if (binary === undefined) return undefined;
  let at = 0;
  return {
    next() {
      let value = 0;
      for (let scale = 1; scale <= 0x80 ** 4; scale *= 0x80) {
        if (at >= binary.length) return NaN;
        const byte = binary.charCodeAt(at++);
        value += (byte & 0x7f) * scale;
        if (byte < 0x80) return value;
      }
      return NaN;
    },
    done: () => at >= binary.length,
  };
}

function read(text: string): Stroke[] | undefined {
  if (text === BLANK) return [];
  const bytes = reader(text);
  if (!bytes) return undefined;
  const strokes: Stroke[] = [];
  let room = MOST_POINTS;
  let [x, y] = [0, 0];
  const inside = (n: number) => n >= -REACH * GRID && n <= (1 + REACH) * GRID;
  while (!bytes.done()) {
    const count = bytes.next();
    const width = bytes.next() / WIDTH_UNITS;
    room -= count;
    if (!(count >= 1 && room >= 0 && width > 0 && width <= WIDEST)) return undefined;
    if (strokes.length === MOST_STROKES) return undefined;
    const points: Point[] = [];
    for (let i = 0; i < count; i++) {
      x += unzigzag(bytes.next());
      y += unzigzag(bytes.next());
      if (!inside(x) || !inside(y)) return undefined;
      points.push({ x: x / GRID, y: y / GRID });
    }
    strokes.push({ points, width });
  }
  return strokes;
}

export const drawing: Codec<Stroke[]> = { must: 'a drawing', write, read };
