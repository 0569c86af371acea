/** What a PDF of the page draws: its canvases are in it as the rectangles and pictures that were drawn on them. */
import { inflateSync } from 'node:zlib';

export interface Fill {
  colour: string;
  /** In pixels of the page. */
  width: number;
  height: number;
}

interface Part {
  head: string;
  content: Buffer;
}

/** All compressed parts of the file. */
function partsOf(pdf: Buffer): Part[] {
  const text = pdf.toString('latin1');
  const parts: Part[] = [];
  for (const found of text.matchAll(/\d+ 0 obj\s*<<([^]*?)>>\s*stream\r?\n/g)) {
    // Objects without content may stand before it: the dictionary is the last one.
    const head = found[1]!.slice(found[1]!.lastIndexOf(' obj') + 1).replaceAll(/\s+/g, ' ');
    const length = Number(/\/Length (\d+)/.exec(head)?.[1] ?? 0);
    if (!head.includes('/FlateDecode')) continue;
    const start = found.index + found[0].length;
    parts.push({ head, content: inflateSync(pdf.subarray(start, start + length)) });
  }
  return parts;
}

const hex = (share: string): string =>
  Math.round(Number(share) * 255)
    .toString(16)
    .padStart(2, '0');

/** Every rectangle that is filled, in the order of drawing. */
export function fillsOf(pdf: Buffer): Fill[] {
  const fills: Fill[] = [];
  for (const { head, content } of partsOf(pdf)) {
    if (head.includes('/Subtype /Image')) continue;
    let colour = '';
    const step = /([\d.]+) ([\d.]+) ([\d.]+) rg\b|[-\d.]+ [-\d.]+ ([-\d.]+) ([-\d.]+) re\s+f\b/g;
    for (const [, r, g, b, width, height] of content.toString('latin1').matchAll(step)) {
      if (r !== undefined) colour = `#${hex(r)}${hex(g!)}${hex(b!)}`;
      else fills.push({ colour, width: Number(width), height: Math.abs(Number(height)) });
    }
  }
  return fills;
}

/** How many colours the pictures of a size have, each. */
export function coloursOf(pdf: Buffer, width: number, height: number): number[] {
  return partsOf(pdf)
    .filter(({ head }) => head.includes(`/Width ${width} /Height ${height} /ColorSpace [`))
    .map(({ content }) => {
      const seen = new Set<number>();
      for (let at = 0; at + 2 < content.length; at += 3) seen.add(content.readUIntBE(at, 3));
      return seen.size;
    });
}

export const sheetsOf = (pdf: Buffer): number =>
  pdf.toString('latin1').match(/\/Type \/Page\b(?!s)/g)?.length ?? 0;
