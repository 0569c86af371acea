/** The points of the set as a picture of their own: hundreds of small shapes, drawn when they change and not whenever the map does. */
import type { PlaneMark } from '../../../view/plane/plane-scene';
import { drawPlaneMarks } from '../../kit/draw/draw-plane';
import type { Palette } from '../../kit/theme/palette';
import type { Frame } from '../../kit/use-canvas';

/** Narrower than this, points are drawn smaller. */
const WIDE = 200;

interface Drawn {
  marks: readonly PlaneMark[];
  palette: Palette;
  width: number;
  height: number;
  ratio: number;
}

/** Returns the picture, drawn anew where points, size or colours are others. */
export function createMarksLayer(): (
  marks: readonly PlaneMark[],
  frame: Frame,
) => HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  let drawn: Drawn | null = null;
  return (marks, frame) => {
    const { palette, width, height, ratio } = frame;
    const same =
      drawn?.marks === marks &&
      drawn.palette === palette &&
      drawn.width === width &&
      drawn.height === height &&
      drawn.ratio === ratio;
    if (same) return canvas;
    // Setting the size clears it.
    canvas.width = Math.max(1, Math.round(width * ratio));
    canvas.height = Math.max(1, Math.round(height * ratio));
    const context = canvas.getContext('2d')!;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    drawPlaneMarks(context, frame, marks, palette, width > WIDE ? 3 : 2.2);
    drawn = { marks, palette, width, height, ratio };
    return canvas;
  };
}
