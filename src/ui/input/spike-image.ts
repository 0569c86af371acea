/** The image as the network sees it: every pixel or packed patch in the colour of its spike time. */
import { encode, placeOf, seenByte, spikeTrain } from '../../model/encode';
import { hasBothPolarities, patchGrid, trainParts, type NetworkSpec } from '../../model/network';
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

export interface CellBox {
  x: number;
  y: number;
  side: number;
}

/** Paper's side of a pixel's cell, in its middle: what is around it is ink's. */
const PAPER_SIDE = 0.4;

/** A neuron's cell; of a pixel with two neurons paper's lies within ink's. */
export function neuronBox(
  { spec, columns, rows }: Pick<SpikeImage, 'spec' | 'columns' | 'rows'>,
  neuron: number,
  width: number,
  height: number,
): CellBox {
  const { cell, left, top } = cellLayout(columns, rows, width, height);
  const { place, paper } = placeOf(spec, neuron);
  const side = paper ? PAPER_SIDE * cell : cell;
  const inset = (cell - side) / 2;
  return {
    x: left + (place % columns) * cell + inset,
    y: top + Math.floor(place / columns) * cell + inset,
    side,
  };
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
  shown: SpikeImage,
  { width, height, palette }: { width: number; height: number; palette: Palette },
  cursor: number | null,
  hides = false,
): void {
  const { volley, columns, rows } = shown;
  const { cell } = cellLayout(columns, rows, width, height);
  // A hairline between cells, unless they are small.
  const gap = cell > 5 ? 0.75 : 0;
  const draw = (i: number): void => {
    const t = volley.times[i]!;
    const isThere = cursor === null || t <= cursor;
    if (hides && !isThere) return;
    context.globalAlpha = isThere ? 1 : WAITING;
    context.fillStyle = palette.timeColor(timeShare(t));
    const box = neuronBox(shown, i, width, height);
    context.fillRect(box.x, box.y, box.side - gap, box.side - gap);
  };
  const isPaper = (i: number): boolean => placeOf(shown.spec, i).paper;
  for (const i of volley.order) if (!isPaper(i)) draw(i);
  // On the ink that is around it.
  for (const i of volley.order) if (isPaper(i)) draw(i);
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
  { spec, columns, rows }: SpikeImage,
  x: number,
  y: number,
  width: number,
  height: number,
): number | null {
  const { cell, left, top } = cellLayout(columns, rows, width, height);
  const column = Math.floor((x - left) / cell);
  const row = Math.floor((y - top) / cell);
  if (column < 0 || row < 0 || column >= columns || row >= rows) return null;
  const place = row * columns + column;
  if (!hasBothPolarities(spec)) return place;
  const isInside = (along: number): boolean => Math.abs(along - 0.5) < PAPER_SIDE / 2;
  const inPaper = isInside((x - left) / cell - column) && isInside((y - top) / cell - row);
  return 2 * place + (inPaper ? 1 : 0);
}

/** One input neuron in words: where it is, what it sees, when it spikes. */
export function describeNeuron({ spec, image, volley }: SpikeImage, neuron: number): string {
  const { kernel } = spec.coding;
  const name = neuronName(spec, { layer: 0, neuron });
  const t = volley.times[neuron]!;
  if (kernel === 1) {
    const { place, paper } = placeOf(spec, neuron);
    const seen = seenByte(image[place]!, paper) / 255;
    const when = t < Infinity ? `t = ${formatTime(t)}` : 'silent';
    return `${name}: ${paper ? 'paper' : 'ink'} ${formatNumber(seen, 2)}, ${when}`;
  }
  const train = spikeTrain(spec, image, neuron);
  if (t === Infinity) return `${name}: silent`;
  const inked = `${train.length} of ${kernel * kernel} pixels hold ink`;
  const { emits } = trainParts(spec);
  return emits === 'train'
    ? `${name}: ${inked}, on average at t = ${formatTime(t)}`
    : `${name}: ${inked}, one spike, ${emits === 'first' ? 'the first' : 'at their mean'}, at t = ${formatTime(t)}`;
}
