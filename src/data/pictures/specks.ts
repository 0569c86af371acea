/** What a photograph shows besides what was written: specks of dust, a shadow's or the table's edge. */

/** A piece of less than this share of the largest one's ink is a speck. */
const SMALL = 1 / 20;
/** What is grey and hardly more, as a shadow's edge, is one, too: of a stroke so many pixels are so dark. */
const DARK = 0.8 * 255;
const DARK_SHARE = 1 / 5;

/** A piece of ink: pixels that touch, corners included. */
interface Piece {
  pixels: number[];
  ink: number;
  /** How many of its pixels are dark. */
  dark: number;
  /** Whether it reaches the picture's edge. */
  atEdge: boolean;
}

/**
 * The same ink without its specks; and without what comes in from the edge, where anything else is there that is no speck of that.
 * @param ink [height, width] bytes
 */
export function withoutSpecks(
  ink: Uint8Array<ArrayBuffer>,
  width: number,
  height: number,
): Uint8Array<ArrayBuffer> {
  const pieces = piecesOf(ink, width, height).filter(
    ({ dark, pixels }) => dark >= DARK_SHARE * pixels.length,
  );
  const most = (of: Piece[]): number => Math.max(0, ...of.map((piece) => piece.ink));
  const inner = pieces.filter(({ atEdge }) => !atEdge);
  const chosen = most(inner) >= most(pieces) * SMALL ? inner : pieces;
  const least = most(chosen) * SMALL;
  const kept = new Uint8Array(ink.length);
  for (const piece of chosen) {
    if (piece.ink < least) continue;
    for (const i of piece.pixels) kept[i] = ink[i]!;
  }
  return kept;
}

function piecesOf(ink: Uint8Array, width: number, height: number): Piece[] {
  const seen = new Uint8Array(ink.length);
  const pieces: Piece[] = [];
  for (let start = 0; start < ink.length; start++) {
    if (ink[start] === 0 || seen[start]) continue;
    const piece: Piece = { pixels: [start], ink: 0, dark: 0, atEdge: false };
    seen[start] = 1;
    for (let n = 0; n < piece.pixels.length; n++) {
      const i = piece.pixels[n]!;
      const [x, y] = [i % width, Math.floor(i / width)];
      piece.ink += ink[i]!;
      piece.dark += Number(ink[i]! >= DARK);
      piece.atEdge ||= x === 0 || y === 0 || x === width - 1 || y === height - 1;
      for (let v = Math.max(0, y - 1); v <= Math.min(height - 1, y + 1); v++) {
        for (let u = Math.max(0, x - 1); u <= Math.min(width - 1, x + 1); u++) {
          const next = v * width + u;
          if (ink[next] === 0 || seen[next]) continue;
          seen[next] = 1;
          piece.pixels.push(next);
        }
      }
    }
    pieces.push(piece);
  }
  return pieces;
}
