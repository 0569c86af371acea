/** A neuron's spike time over the whole plane as a small picture, one canvas a layer; hatched where it stays silent. */
import { PLANE_SIDE } from '../../data/points/plane-grid';
import { timeShare } from '../kit/draw/draw-raster';
import { parseHex } from '../kit/theme/colour';
import type { Palette } from '../kit/theme/palette';
import type { Pictures } from './picture-sheet';

/** Pixels of the hatching: silence is not to be mistaken for late. */
const HATCH = { period: 8, line: 2 };

/** @param times [neurons, PLANE_SIDE^2] spike times, +Infinity silent */
export function planePictures(
  times: Float32Array,
  neurons: readonly number[],
  palette: Palette,
): Pictures {
  const across = Math.max(1, Math.ceil(Math.sqrt(neurons.length)));
  const canvas = document.createElement('canvas');
  canvas.width = across * PLANE_SIDE;
  canvas.height = Math.max(1, Math.ceil(neurons.length / across)) * PLANE_SIDE;
  const context = canvas.getContext('2d')!;
  const image = context.createImageData(canvas.width, canvas.height);
  const [paper, hatch] = [parseHex(palette.panel), parseHex(palette.edge)];
  neurons.forEach((neuron, n) => {
    const [left, top] = [(n % across) * PLANE_SIDE, Math.floor(n / across) * PLANE_SIDE];
    for (let place = 0; place < PLANE_SIDE ** 2; place++) {
      const [x, y] = [place % PLANE_SIDE, Math.floor(place / PLANE_SIDE)];
      const time = times[neuron * PLANE_SIDE ** 2 + place]!;
      const rgb =
        time < Infinity
          ? palette.timeRgb(timeShare(time))
          : (x + y) % HATCH.period < HATCH.line
            ? hatch
            : paper;
      const at = 4 * ((top + y) * canvas.width + left + x);
      image.data[at] = rgb[0];
      image.data[at + 1] = rgb[1];
      image.data[at + 2] = rgb[2];
      image.data[at + 3] = 255;
    }
  });
  context.putImageData(image, 0, 0);
  const at = new Map(neurons.map((neuron, n) => [neuron, n]));
  return { canvas, columns: PLANE_SIDE, rows: PLANE_SIDE, across, at };
}
