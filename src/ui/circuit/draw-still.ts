/** What of the circuit stands still while it plays: synapses and tiles, before the race has ended and after. */
import { carries, inTree } from '../../view/circuit/causal-tree';
import type { Circuit } from '../../view/circuit/circuit';
import type { Box, Curve } from '../../view/circuit/geometry';
import { tileCells, type CircuitColumn } from '../../view/circuit/layout';
import type { Synapse } from '../../view/circuit/synapses';
import type { Palette } from '../kit/theme/palette';
import type { Pictures } from './picture-sheet';

export interface StillState {
  circuit: Circuit;
  /** Whether the race has ended: all but the causal tree is dim. */
  ended: boolean;
  /** The pictures of a layer's tiles; null where they have none. */
  pictures: (column: CircuitColumn) => Pictures | null;
}

/** Strength of what has no part in the decision, once it has fallen. */
export const DIM = 0.22;
/** Strength of a picture whose neuron has not fired yet. */
const WAITING = 0.45;

type Context = CanvasRenderingContext2D;

export function drawStill(ctx: Context, palette: Palette, state: StillState): void {
  const { circuit, ended } = state;
  const tree = ended ? circuit.tree : null;
  const synapses = (lit: boolean | null) =>
    circuit.synapses.list.forEach((synapse, n) => {
      if (tree !== null && carries(tree, synapse) !== lit) return;
      drawSynapse(
        ctx,
        palette,
        circuit.curves[n]!,
        synapse,
        synapseAlpha(synapse, lit, circuit.synapses.from === null),
      );
    });
  const { columns } = circuit.layout;
  // Of images and maps the ground alone, under the synapses that come out of their cells.
  for (const column of columns) if (column.grid) drawGrounds(ctx, palette, column);
  const tiles = (lit: boolean | null) => {
    for (const column of columns) {
      if (column.grid) continue;
      const { layer } = column;
      const pictures = state.pictures(column);
      for (const tile of column.tiles) {
        const neuron = tile.neuron!;
        const is = tree === null || inTree(tree, { layer, neuron });
        if (lit !== null && is !== lit) continue;
        drawTile(ctx, palette, tile.box);
        ctx.globalAlpha = palette.pale(is ? WAITING : DIM);
        drawPicture(ctx, pictures, neuron, tile.box);
      }
    }
  };
  // What is lit lies over what is not: the way of the decision is seen from end to end.
  for (const lit of tree === null ? [null] : [false, true]) {
    synapses(lit);
    tiles(lit);
  }
  ctx.globalAlpha = 1;
}

function synapseAlpha({ strength }: Synapse, lit: boolean | null, many: boolean): number {
  if (lit === null) return many ? 0.06 + 0.34 * strength : 0.12 + 0.5 * strength;
  return lit ? 0.3 + 0.6 * strength : 0.05;
}

export function traceCurve(ctx: Context, [a, b, c, d]: Curve): void {
  ctx.moveTo(a.x, a.y);
  ctx.bezierCurveTo(b.x, b.y, c.x, c.y, d.x, d.y);
}

/** What holds back is dashed, so that its sign is seen without its colour; of the faintest nobody would see it, and dashes take their time. */
const DASHES = { lengths: [7, 5], from: 0.15 };

export function drawSynapse(
  ctx: Context,
  palette: Palette,
  curve: Curve,
  { weight, strength }: Pick<Synapse, 'weight' | 'strength'>,
  alpha: number,
): void {
  ctx.globalAlpha = alpha;
  ctx.strokeStyle = weight > 0 ? palette.excitatory : palette.inhibitory;
  ctx.lineWidth = 0.5 + 3 * strength;
  ctx.beginPath();
  traceCurve(ctx, curve);
  const dashed = weight < 0 && alpha > DASHES.from;
  if (dashed) ctx.setLineDash(DASHES.lengths);
  ctx.stroke();
  if (dashed) ctx.setLineDash([]);
}

function drawGrounds(ctx: Context, palette: Palette, column: CircuitColumn): void {
  ctx.globalAlpha = 1;
  for (const tile of column.tiles) {
    const { grid, place } = tileCells(column, tile)!;
    const { left, top, cell } = place;
    const [width, height] = [grid.columns * cell, grid.rows * cell];
    ctx.fillStyle = palette.well;
    ctx.fillRect(left, top, width, height);
    ctx.strokeStyle = palette.edge;
    ctx.lineWidth = 1;
    ctx.strokeRect(left - 0.5, top - 0.5, width + 1, height + 1);
  }
}

/** Synapses end at a tile, and do not shine through it. */
function drawTile(ctx: Context, palette: Palette, { x, y, width, height }: Box): void {
  ctx.globalAlpha = 1;
  ctx.fillStyle = palette.well;
  ctx.fillRect(x, y, width, height);
  ctx.strokeStyle = palette.edge;
  ctx.lineWidth = 1;
  ctx.strokeRect(x + 0.5, y + 0.5, width - 1, height - 1);
}

/** As large as it fits, its cells square; few cells are drawn sharp. */
export function drawPicture(
  ctx: Context,
  pictures: Pictures | null,
  neuron: number,
  box: Box,
): void {
  const place = pictures?.at.get(neuron);
  if (!pictures || place === undefined) return;
  const { canvas, columns, rows, across } = pictures;
  const cell = Math.min(box.width / columns, box.height / rows);
  const [width, height] = [columns * cell, rows * cell];
  ctx.imageSmoothingEnabled = cell < 2;
  ctx.drawImage(
    canvas,
    (place % across) * columns,
    Math.floor(place / across) * rows,
    columns,
    rows,
    box.x + (box.width - width) / 2,
    box.y + (box.height - height) / 2,
    width,
    height,
  );
}
