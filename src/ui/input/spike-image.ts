/** The image as the network sees it: every pixel or packed patch in the colour of its spike time. */
import { encode, spikeTrain } from '../../model/encode';
import { patchGrid, trainParts, type NetworkSpec } from '../../model/network';
import type { Volley } from '../../model/volley';
import { timeShare } from '../kit/draw/draw-raster';
import type { Palette } from '../kit/theme/palette';
import { formatNumber, formatTime } from '../../words/numbers';
import { neuronName } from '../../view/words/names';

export interface SpikeImage {
  spec: NetworkSpec;
  image: Uint8Array;
  volley: Volley;
  columns: number;
  rows: number;
}

/** Encodes an image; the same image and description give the same object. */
export function createSpikeImage(): (spec: NetworkSpec, image: Uint8Array) => SpikeImage {
  let last: SpikeImage | null = null;
  return (spec, image) => {
    if (last?.spec !== spec || last.image !== image) {
      last = { spec, image, volley: encode(spec, image), ...patchGrid(spec) };
    }
    return last;
  };
}

/** Where the cells of a columns x rows grid lie in a width x height area: square cells, centred. */
export function cellLayout(
  columns: number,
  rows: number,
  width: number,
  height: number,
): { cell: number; left: number; top: number } {
  const cell = Math.min(width / columns, height / rows);
  return { cell, left: (width - cell * columns) / 2, top: (height - cell * rows) / 2 };
}

/** How faint a cell is that has not spiked yet at the time cursor. */
const WAITING = 0.13;

/**
 * Draws one square a neuron that spikes.
 * @param cursor the time cursor; spikes later than it are faint; null shows all
 * @param hides spikes later than the cursor are not shown at all
 */
export function drawSpikeImage(
  context: CanvasRenderingContext2D,
  { volley, columns, rows }: SpikeImage,
  { width, height, palette }: { width: number; height: number; palette: Palette },
  cursor: number | null,
  hides = false,
): void {
  const { cell, left, top } = cellLayout(columns, rows, width, height);
  // A hairline between cells, unless they are small.
  const gap = cell > 5 ? 0.75 : 0;
  for (const i of volley.order) {
    const t = volley.times[i]!;
    const isThere = cursor === null || t <= cursor;
    if (hides && !isThere) continue;
    context.globalAlpha = isThere ? 1 : WAITING;
    context.fillStyle = palette.timeColor(timeShare(t));
    const x = left + (i % columns) * cell;
    const y = top + Math.floor(i / columns) * cell;
    context.fillRect(x, y, cell - gap, cell - gap);
  }
  context.globalAlpha = 1;
}

/** Draws the image's grey levels as ink. */
export function drawInk(
  context: CanvasRenderingContext2D,
  image: Uint8Array,
  columns: number,
  rows: number,
  { width, height, palette }: { width: number; height: number; palette: Palette },
): void {
  const { cell, left, top } = cellLayout(columns, rows, width, height);
  context.fillStyle = palette.ink;
  for (let i = 0; i < image.length; i++) {
    if (image[i] === 0) continue;
    context.globalAlpha = image[i]! / 255;
    // A little larger than the cell, so that no light shows between neighbours.
    context.fillRect(
      left + (i % columns) * cell,
      top + Math.floor(i / columns) * cell,
      cell + 0.3,
      cell + 0.3,
    );
  }
  context.globalAlpha = 1;
}

/** The neuron under a point of the drawn area, or null. */
export function neuronAt(
  { columns, rows }: SpikeImage,
  x: number,
  y: number,
  width: number,
  height: number,
): number | null {
  const { cell, left, top } = cellLayout(columns, rows, width, height);
  const column = Math.floor((x - left) / cell);
  const row = Math.floor((y - top) / cell);
  if (column < 0 || row < 0 || column >= columns || row >= rows) return null;
  return row * columns + column;
}

/** One input neuron in words: where it is, what it sees, when it spikes. */
export function describeNeuron({ spec, image, volley }: SpikeImage, neuron: number): string {
  const { kernel } = spec.coding;
  const name = neuronName(spec, { layer: 0, neuron });
  const t = volley.times[neuron]!;
  if (kernel === 1) {
    const byte = image[neuron]!;
    const when = t < Infinity ? `t = ${formatTime(t)}` : 'silent';
    return `${name}: ink ${formatNumber(byte / 255, 2)}, ${when}`;
  }
  const train = spikeTrain(spec, image, neuron);
  if (t === Infinity) return `${name}: silent`;
  const inked = `${train.length} of ${kernel * kernel} pixels hold ink`;
  const { emits } = trainParts(spec);
  return emits === 'train'
    ? `${name}: ${inked}, on average at t = ${formatTime(t)}`
    : `${name}: ${inked}, one spike, ${emits === 'first' ? 'the first' : 'at their mean'}, at t = ${formatTime(t)}`;
}
