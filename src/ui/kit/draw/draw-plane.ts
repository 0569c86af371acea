/** The plane of points on a canvas: who answers where, the points, lines of equal time. x to the right, y up. */
import { PLANE_SIDE } from '../../../data/points/plane-grid';
import type { PlanePoint } from '../../../data/points/point';
import { NONE } from '../../../view/plane/decision';
import type { PlaneMark } from '../../../view/plane/plane-scene';
import { parseHex } from '../theme/colour';
import { timeShare } from './draw-raster';
import { classColor, traceMark } from '../theme/class-marks';
import type { Palette } from '../theme/palette';

interface Size {
  width: number;
  height: number;
}

/** How strong a colour is at depth 0 and at depth 1. */
const STRENGTH = [0.2, 0.85] as const;

/**
 * [places] of RGBA: the hue of the class that answers, the stronger the deeper; the well's colour where none does.
 * @param depth [places] in [0, 1]
 */
export function planePixels(
  classes: Uint8Array,
  depth: Float32Array,
  { theme, well }: Pick<Palette, 'theme' | 'well'>,
): Uint8ClampedArray<ArrayBuffer> {
  const paper = parseHex(well);
  const hues = Array.from({ length: 4 }, (_, c) => parseHex(classColor(theme, c)));
  const pixels = new Uint8ClampedArray(classes.length * 4);
  classes.forEach((label, place) => {
    const hue = label === NONE ? paper : hues[label % hues.length]!;
    const strength = STRENGTH[0] + (STRENGTH[1] - STRENGTH[0]) * depth[place]!;
    for (let i = 0; i < 3; i++) {
      pixels[place * 4 + i] = paper[i]! + (hue[i]! - paper[i]!) * strength;
    }
    pixels[place * 4 + 3] = 255;
  });
  return pixels;
}

/** [places] of RGBA: each place in the colour of its spike time, the well's colour where there is no spike. */
export function timePixels(
  times: Float32Array,
  { well, timeRgb }: Pick<Palette, 'well' | 'timeRgb'>,
): Uint8ClampedArray<ArrayBuffer> {
  const paper = parseHex(well);
  const pixels = new Uint8ClampedArray(times.length * 4);
  times.forEach((time, place) => {
    const rgb = time < Infinity ? timeRgb(timeShare(time)) : paper;
    for (let i = 0; i < 3; i++) pixels[place * 4 + i] = rgb[i]!;
    pixels[place * 4 + 3] = 255;
  });
  return pixels;
}

/** A grid place in canvas units: places lie on the edges too. */
const along = (step: number, length: number): number => (step / (PLANE_SIDE - 1)) * length;

/** Draws pixels of the plane over the whole canvas, smoothly. @param room a canvas of PLANE_SIDE pixels a side, used again and again */
export function drawPlanePixels(
  context: CanvasRenderingContext2D,
  { width, height }: Size,
  pixels: Uint8ClampedArray<ArrayBuffer>,
  room: HTMLCanvasElement,
): void {
  room.width = PLANE_SIDE;
  room.height = PLANE_SIDE;
  room.getContext('2d')!.putImageData(new ImageData(pixels, PLANE_SIDE, PLANE_SIDE), 0, 0);
  context.imageSmoothingEnabled = true;
  // The middles of the outermost pixels lie on the edges.
  const half = [width / (PLANE_SIDE - 1) / 2, height / (PLANE_SIDE - 1) / 2] as const;
  context.drawImage(room, -half[0], -half[1], width + 2 * half[0], height + 2 * half[1]);
}

/** Hatches the places of a mask: silence is not mistaken for a pale colour. */
export function hatchPlane(
  context: CanvasRenderingContext2D,
  { width, height }: Size,
  isSilent: (place: number) => boolean,
  color: string,
): void {
  const [w, h] = [along(1, width), along(1, height)];
  context.save();
  context.beginPath();
  let some = false;
  // Places of a row in one rectangle: a clip of thousands takes more time than a frame has.
  for (let row = 0; row < PLANE_SIDE; row++) {
    for (let column = 0; column < PLANE_SIDE; column++) {
      const from = column;
      while (column < PLANE_SIDE && isSilent(row * PLANE_SIDE + column)) column++;
      if (column === from) continue;
      some = true;
      const [x, y] = [along(from, width) - w / 2, along(row, height) - h / 2];
      context.rect(x, y, (column - from) * w, h);
    }
  }
  if (some) {
    context.clip();
    context.strokeStyle = color;
    context.lineWidth = 1;
    context.beginPath();
    for (let x = -height; x < width; x += 7) {
      context.moveTo(x, height);
      context.lineTo(x + height, 0);
    }
    context.stroke();
  }
  context.restore();
}

/** Strokes pieces of a line as `contour` gives them. */
export function drawContour(
  context: CanvasRenderingContext2D,
  { width, height }: Size,
  pieces: Float32Array,
): void {
  context.beginPath();
  for (let i = 0; i < pieces.length; i += 4) {
    context.moveTo(along(pieces[i]!, width), along(pieces[i + 1]!, height));
    context.lineTo(along(pieces[i + 2]!, width), along(pieces[i + 3]!, height));
  }
  context.stroke();
}

/** Points as marks of their class; misread ones have a ring. */
export function drawPlaneMarks(
  context: CanvasRenderingContext2D,
  { width, height }: Size,
  marks: readonly PlaneMark[],
  { theme, panel, ink }: Pick<Palette, 'theme' | 'panel' | 'ink'>,
  radius: number,
): void {
  const labels = [...new Set(marks.map(({ label }) => label))];
  context.lineWidth = 1;
  context.strokeStyle = panel;
  for (const label of labels) {
    context.beginPath();
    for (const mark of marks) {
      if (mark.label === label) {
        traceMark(context, label, mark.x * width, (1 - mark.y) * height, radius);
      }
    }
    context.fillStyle = classColor(theme, label);
    context.fill();
    context.stroke();
  }
  context.beginPath();
  for (const { x, y, misread } of marks) {
    if (!misread) continue;
    const [px, py] = [x * width, (1 - y) * height];
    context.moveTo(px + radius + 2.5, py);
    context.arc(px, py, radius + 2.5, 0, 2 * Math.PI);
  }
  context.strokeStyle = ink;
  context.lineWidth = 1.25;
  context.stroke();
}

/** Cross-hairs around the point that the network looks at; light around dark, so that it is seen on every ground. */
export function drawPlaneCursor(
  context: CanvasRenderingContext2D,
  { width, height }: Size,
  { x, y }: PlanePoint,
  { panel, ink }: Pick<Palette, 'panel' | 'ink'>,
): void {
  const [px, py] = [x * width, (1 - y) * height];
  const [inner, outer] = [7, 13];
  context.beginPath();
  context.arc(px, py, inner, 0, 2 * Math.PI);
  for (const [dx, dy] of [
    [1, 0],
    [-1, 0],
    [0, 1],
    [0, -1],
  ] as const) {
    context.moveTo(px + dx * inner, py + dy * inner);
    context.lineTo(px + dx * outer, py + dy * outer);
  }
  for (const [color, line] of [
    [panel, 5],
    [ink, 2],
  ] as const) {
    context.strokeStyle = color;
    context.lineWidth = line;
    context.stroke();
  }
}
