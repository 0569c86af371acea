/** Receptive fields as small pictures: the incoming weights of every neuron with a tile, one canvas a layer; what is negative is hatched. */
import { layerSizes, type NetworkSpec } from '../../model/network';
import { layerGrid, cellOf } from '../../view/layout/grid';
import { incomingOf, largestOf } from '../../view/neuron/field-values';
import type { Weights } from '../../view/scene/scene';
import { mix, parseHex, type Rgb } from '../kit/theme/colour';
import type { Palette } from '../kit/theme/palette';
import type { Pictures } from './picture-sheet';

/** Weights from this share of the neuron's largest on have the full colour: a few large ones are not to pale all others. */
const FULL = 0.7;

/** Cells from stroke to stroke of the hatching, and how much ink a stroke has. */
const HATCH = { every: 3, ink: 0.5 };

/** @param value from -1 to 1, and beyond: full colour; @param diagonal the cell's column plus its row */
export function cellColour(palette: Palette, ink: Rgb, value: number, diagonal: number): Rgb {
  const colour = palette.signedRgb(value);
  const hatched = value < 0 && diagonal % HATCH.every === 0;
  return hatched ? mix(colour, ink, HATCH.ink * Math.min(1, -value)) : colour;
}

/** @param layer a dense layer, 1-based */
export function fieldPictures(
  spec: NetworkSpec,
  weights: Weights,
  layer: number,
  neurons: readonly number[],
  palette: Palette,
): Pictures {
  const grid = layerGrid(spec, layer - 1);
  const { columns, rows } = grid;
  const across = Math.max(1, Math.ceil(Math.sqrt(neurons.length)));
  const canvas = document.createElement('canvas');
  canvas.width = across * columns;
  canvas.height = Math.max(1, Math.ceil(neurons.length / across)) * rows;
  const context = canvas.getContext('2d')!;
  const ink = parseHex(palette.ink);
  const image = context.createImageData(canvas.width, canvas.height);
  const cells = Array.from({ length: layerSizes(spec)[layer - 1]! }, (_, i) => cellOf(grid, i));
  neurons.forEach((neuron, n) => {
    const values = incomingOf(spec, weights, { layer, neuron });
    const scale = 1 / (FULL * largestOf(values) || 1);
    const [left, top] = [(n % across) * columns, Math.floor(n / across) * rows];
    cells.forEach(({ column, row }, i) => {
      const rgb = cellColour(palette, ink, values[i]! * scale, column + row);
      const at = 4 * ((top + row) * canvas.width + left + column);
      for (let channel = 0; channel < 3; channel++) image.data[at + channel] = rgb[channel]!;
      image.data[at + 3] = 255;
    });
  });
  context.putImageData(image, 0, 0);
  return { canvas, columns, rows, across, at: new Map(neurons.map((neuron, n) => [neuron, n])) };
}
