/** What is ink and what is paper in a picture: dark on light or light on dark, drawn or photographed. */
import { RANGES } from '../../model/ranges';
import { evenPaper } from './paper';
import type { Ink, Pixels } from './pixels';
import { withoutSpecks } from './specks';

/** Less than this share of full ink counts as paper, as a picture's compression and a camera's noise leave it. */
const SPECK = 1 / 8;
/** As much of the picture must be transparent for that to be its paper: rounded corners are not. */
const CLEAR = 1 / 10;
/** Paper whose edge differs by more than this share of full light is lit unevenly, as a photograph's is. */
const UNEVEN = 1 / 24;
/** Paper darker than this is taken for as dark: of a black board's noise nothing is to be multiplied. */
const DIM = 16;
/** Pictures of no more than so many pixels a side were made for networks: no photograph is so small. */
const SMALL = RANGES.side.range[1];
/** Ink on a photograph is grey: what is as dark as this share of its darkest is taken for full ink. */
const FULL = 0.9;
/** ... and what is less dark than this share of that is a shadow's edge, or the camera's noise. */
const GREY = 0.4;

/**
 * Where much is transparent, paper is what is, whatever the colour of the ink. Else paper is what the edge is most of: dark ink is found on
 * light paper and light ink on dark. Of a photograph the light is evened out first, and its ink made full; grey edges stay grey.
 * @throws Error where there are not as many bytes as pixels
 */
export function inkOf(pixels: Pixels): Ink {
  const { width, height, data } = pixels;
  const count = width * height;
  if (data.length !== 4 * count) {
    throw new Error(
      `${data.length} bytes are not ${width} x ${height} pixels of red, green, blue and alpha.`,
    );
  }
  if (isClear(data)) {
    return { width, height, ink: Uint8Array.from({ length: count }, (_, i) => data[4 * i + 3]!) };
  }
  const light = lightOf(pixels);
  const edge = edgeOf(light, width, height).toSorted();
  const paper = at(edge, 0.5);
  const isLight = isLightInk(light, paper);
  const isEven = at(edge, 0.9) - at(edge, 0.1) <= 255 * UNEVEN;
  if (isEven || Math.max(width, height) <= SMALL) {
    const cut = pixels.lossless ? 0 : SPECK;
    const room = Math.max(1, isLight ? 255 - paper : paper);
    const share = light.map((l) => (isLight ? l - paper : paper - l) / room);
    return { width, height, ink: bytesOf(share, cut, 1) };
  }
  // By how many times ink is darker or lighter than the paper around it does not depend on the light that falls on both.
  const papers = evenPaper(light, width, height, isLight);
  const share = light.map((l, i) => {
    const ratio = l / Math.max(DIM, papers[i]!);
    return isLight ? ratio - 1 : 1 - ratio;
  });
  const full = FULL * darkest(share);
  return { width, height, ink: withoutSpecks(bytesOf(share, GREY * full, full), width, height) };
}

function isClear(data: Uint8ClampedArray | Uint8Array): boolean {
  let clear = 0;
  for (let i = 3; i < data.length; i += 4) if (data[i]! < 128) clear++;
  return clear * 4 >= data.length * CLEAR;
}

/** [height, width] luminance (Rec. 709) on white paper, 0 to 255. */
function lightOf({ width, height, data }: Pixels): Float32Array<ArrayBuffer> {
  return Float32Array.from({ length: width * height }, (_, i) => {
    const light = 0.2126 * data[4 * i]! + 0.7152 * data[4 * i + 1]! + 0.0722 * data[4 * i + 2]!;
    const alpha = data[4 * i + 3]! / 255;
    return light * alpha + 255 * (1 - alpha);
  });
}

/** Ink is the side of the paper's level on which the extremes lie farther away. */
function isLightInk(light: Float32Array<ArrayBuffer>, paper: number): boolean {
  const sorted = light.toSorted();
  const [dark, bright] = [paper - at(sorted, 0.01), at(sorted, 0.99) - paper];
  return dark === bright ? paper < 128 : bright > dark;
}

/** The luminance of the outermost pixels. */
function edgeOf(light: Float32Array<ArrayBuffer>, width: number, height: number): Float32Array {
  return light.filter((_, i) => {
    const [x, y] = [i % width, Math.floor(i / width)];
    return x === 0 || y === 0 || x === width - 1 || y === height - 1;
  });
}

/** How dark ink is: the median of what is darker than half of the darkest hundredth. */
function darkest(share: Float32Array<ArrayBuffer>): number {
  const sorted = share.toSorted();
  const half = at(sorted, 0.99) / 2;
  return Math.max(0.05, at(sorted.subarray(sorted.findIndex((s) => s >= half)), 0.5));
}

/** The value so far up in a sorted list. */
const at = (sorted: Float32Array, share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

/** Shares of ink as bytes: nothing up to `cut`, all from `full` on, between them as they are. */
function bytesOf(share: Float32Array, cut: number, full: number): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(share, (s) => (s <= cut ? 0 : Math.round(255 * Math.min(1, s / full))));
}
