/** A point as a small picture: where it lies on the plane, as the mark of its class. */
import { imageAt, type ImageSet } from '../../data/image-set';
import { pointOf } from '../../data/points/point';
import { drawPlaneMarks } from './draw/draw-plane';
import type { Palette } from './theme/palette';

/** Pixels a side, and what is left free of it so that a mark at the edge is whole. */
const SIDE = 72;
const MARGIN = 10;

/** A picture and not a canvas, as other thumbnails. */
export function pointUrl(set: ImageSet, index: number, palette: Palette): string {
  const canvas = document.createElement('canvas');
  canvas.width = SIDE;
  canvas.height = SIDE;
  const context = canvas.getContext('2d')!;
  const side = SIDE - 2 * MARGIN;
  context.translate(MARGIN, MARGIN);
  // The middle of the plane, to tell places by.
  context.strokeStyle = palette.edge;
  context.lineWidth = 2;
  context.beginPath();
  for (const [x, y, toX, toY] of [
    [side / 2, -MARGIN, side / 2, side + MARGIN],
    [-MARGIN, side / 2, side + MARGIN, side / 2],
  ] as const) {
    context.moveTo(x, y);
    context.lineTo(toX, toY);
  }
  context.stroke();
  const mark = { ...pointOf(imageAt(set, index)), label: set.labels[index]!, misread: false };
  drawPlaneMarks(context, { width: side, height: side }, [mark], palette, 9);
  return canvas.toDataURL();
}
