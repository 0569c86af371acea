/** Where the circuit's columns and tiles are: inputs, every hidden layer, outputs, side by side or one below the other. */
import {
  inputCount,
  layerCount,
  layerGrids,
  layerSizes,
  type NetworkSpec,
} from '../../model/network';
import type { NeuronRef } from '../../session/stimulus/playback';
import { cellAt, cellCorner, layerGrid, type Grid, type GridPlace } from '../layout/grid';
import { isConvolution } from '../words/names';
import { centre, contains, type Box, type Direction, type Point } from './geometry';

/**
 * `image`: the input as one large tile, a neuron a pixel of it; `maps`: a convolution, a tile a channel; `tiles`: a tile a neuron;
 * `vessels`: the outputs, which fill up to the threshold.
 */
export type ColumnKind = 'image' | 'maps' | 'tiles' | 'vessels';

export interface CircuitTile {
  box: Box;
  /** null: many neurons, as cells. */
  neuron: number | null;
  /** Of a map: which. */
  channel: number;
}

export interface CircuitColumn {
  layer: number;
  kind: ColumnKind;
  box: Box;
  tiles: CircuitTile[];
  /** Tiles there would be if all had room. */
  all: number;
  /** The neurons of an image or of maps. */
  grid: Grid | null;
}

export interface CircuitLayout {
  direction: Direction;
  columns: CircuitColumn[];
}

export interface LayoutRequest {
  width: number;
  height: number;
  direction: Direction;
  /** Which `most` neurons of a layer have a tile, ascending, where not all find room. */
  choose: (layer: number, most: number) => readonly number[];
}

/** Pixels above a column for its name and buttons. */
export const HEAD = 24;
/** Pixels for names in front of the inputs, and for classes and times behind the outputs. */
const NAMES = 50;
export const NAMES_ABOVE = 20;
const ANSWERS = 58;
const PAD = 8;
/** The largest and smallest distance from tile to tile, in one line and in a field; most of it is the tile. */
const LINE = { most: 58, least: 27 };
/** Below this distance from tile to tile two lines are better than one; their distance in tiles. */
const SMALL_LINE = 36;
const APART = 1.75;
const FIELD = { most: 42, least: 21 };
const TILE_SHARE = 0.84;
/** In two lines the rims, which stand around the tiles, would nearly touch. */
const STAGGERED_SHARE = 0.78;
/** A map stands for many neurons. */
const MAP = { most: 96, least: 30 };
const VESSEL = { width: 34, most: 44 };
/** Inputs up to here have a tile each. */
export const FEW_INPUTS = 40;

export function columnKind(spec: NetworkSpec, layer: number): ColumnKind {
  const few = inputCount(spec) <= FEW_INPUTS;
  if (layer === 0) return few ? 'tiles' : 'image';
  if (isConvolution(spec, layer)) return 'maps';
  return layer === layerCount(spec) && !few ? 'vessels' : 'tiles';
}

/** One column before it has a place: how its tiles stand, `along` the way from column to column and `beside` it. */
interface Plan {
  layer: number;
  kind: ColumnKind;
  all: number;
  count: number;
  along: number;
  beside: number;
  pitch: { along: number; beside: number };
  tile: { along: number; beside: number };
  /** Every second line is moved on by half a tile, so that what leads to it is seen between the tiles of the line before. */
  staggered?: boolean;
}

/** The largest square pitch at which `count` tiles fit into a field, and how many of them stand along. */
function fieldPitch(
  count: number,
  along: number,
  beside: number,
  most: number,
): { pitch: number; lines: number } {
  let best = { pitch: 0, lines: 1 };
  for (let lines = 1; lines <= count; lines++) {
    const pitch = Math.min(most, along / lines, beside / Math.ceil(count / lines));
    if (pitch > best.pitch + 1e-9) best = { pitch, lines };
  }
  return best;
}

function fieldPlan(
  base: Pick<Plan, 'layer' | 'kind' | 'all'>,
  along: number,
  beside: number,
  { most, least }: { most: number; least: number },
): Plan {
  const room = Math.max(1, Math.floor(along / least)) * Math.max(1, Math.floor(beside / least));
  const count = Math.min(base.all, room);
  const { pitch, lines } = fieldPitch(count, along, beside, most);
  const tile = pitch * TILE_SHARE;
  return {
    ...base,
    count,
    along: lines,
    beside: Math.ceil(count / lines),
    pitch: { along: pitch, beside: pitch },
    tile: { along: tile, beside: tile },
  };
}

/** In two lines with room between them, where that makes much larger tiles than one. */
function twoLines(
  base: Pick<Plan, 'layer' | 'kind' | 'all'>,
  beside: number,
  { most }: { most: number },
): Plan {
  const rows = Math.ceil(base.all / 2);
  const pitch = Math.min(most, beside / (rows + 0.5));
  const tile = pitch * STAGGERED_SHARE;
  return {
    ...base,
    staggered: true,
    count: base.all,
    along: 2,
    beside: rows,
    pitch: { along: tile * APART, beside: pitch },
    tile: { along: tile, beside: tile },
  };
}

/** In one line or two, as far as that leaves the tiles large enough to be seen; else null. */
function linePlan(
  base: Pick<Plan, 'layer' | 'kind' | 'all'>,
  beside: number,
  { most, least }: { most: number; least: number },
): Plan | null {
  const pitch = Math.min(most, beside / base.all);
  const tiles = base.kind === 'tiles';
  if (tiles && pitch < SMALL_LINE && beside / Math.ceil(base.all / 2) >= SMALL_LINE) {
    return twoLines(base, beside, { most });
  }
  if (pitch < least) return null;
  const tile = pitch * TILE_SHARE;
  return {
    ...base,
    count: base.all,
    along: 1,
    beside: base.all,
    pitch: { along: tile, beside: pitch },
    tile: { along: tile, beside: tile },
  };
}

const extent = ({ along, pitch, tile }: Plan): number => (along - 1) * pitch.along + tile.along;
const breadth = ({ beside, pitch, tile, staggered }: Plan): number =>
  (beside - 1 + (staggered ? 0.5 : 0)) * pitch.beside + tile.beside;

/** No two tiles overlap, and none leaves the width and height it is given where these are not absurdly small. */
export function layoutCircuit(spec: NetworkSpec, request: LayoutRequest): CircuitLayout {
  const { direction, choose } = request;
  const down = direction === 'down';
  const depth = layerCount(spec);
  const sizes = layerSizes(spec);
  const grids = layerGrids(spec);
  const named = columnKind(spec, 0) === 'tiles';
  const start = PAD + (named ? (down ? NAMES_ABOVE : NAMES) : 0);
  const end = PAD + (down ? 30 : ANSWERS);
  const heads = down ? (depth + 1) * HEAD : 0;
  const along = Math.max(60, (down ? request.height : request.width) - start - end - heads);
  const beside = Math.max(40, (down ? request.width : request.height - HEAD) - 2 * PAD);
  const gap = Math.min(down ? 74 : 150, Math.max(26, along * (down ? 0.06 : 0.09)));
  const left = along - depth * gap;

  const plans: (Plan | null)[] = sizes.map((size, layer) => {
    const kind = columnKind(spec, layer);
    const base = { layer, kind, all: kind === 'maps' ? grids[layer]!.channels : size };
    if (kind === 'image') {
      const { columns, rows } = layerGrid(spec, 0);
      const most = down
        ? { width: beside, height: left * 0.3 }
        : { width: left * 0.32, height: beside * 0.72 };
      const cell = Math.min(most.width / columns, most.height / rows, 14);
      const [width, height] = [columns * cell, rows * cell];
      const tile = down ? { along: height, beside: width } : { along: width, beside: height };
      return { ...base, all: 1, count: 1, along: 1, beside: 1, pitch: tile, tile };
    }
    if (kind === 'vessels') {
      const pitch = Math.min(VESSEL.most, beside / size);
      const tile = { along: VESSEL.width, beside: pitch * TILE_SHARE };
      const step = { along: VESSEL.width, beside: pitch };
      return { ...base, count: size, along: 1, beside: size, pitch: step, tile };
    }
    return linePlan(base, beside, kind === 'maps' ? { most: MAP.most, least: 52 } : LINE);
  });
  const fixed = plans.reduce((sum, plan) => sum + (plan ? extent(plan) : 0), 0);
  const fields = plans.filter((plan) => plan === null).length;
  const share = Math.max(FIELD.least, (left - fixed) / Math.max(1, fields));
  const whole = plans.map((plan, layer): Plan => {
    if (plan) return plan;
    const kind = columnKind(spec, layer);
    const all = kind === 'maps' ? grids[layer]!.channels : sizes[layer]!;
    return fieldPlan({ layer, kind, all }, share, beside, kind === 'maps' ? MAP : FIELD);
  });
  const taken = whole.reduce((sum, plan) => sum + extent(plan), 0);
  const space = depth > 0 ? Math.max(8, (along - taken) / depth) : 0;

  let at = start;
  const columns = whole.map((plan): CircuitColumn => {
    if (down) at += HEAD;
    const from = at;
    at += extent(plan) + space;
    const lead = (down ? 0 : HEAD) + PAD + (beside - breadth(plan)) / 2;
    return placeColumn(spec, plan, from, lead, down, choose);
  });
  return { direction, columns };
}

function placeColumn(
  spec: NetworkSpec,
  plan: Plan,
  from: number,
  lead: number,
  down: boolean,
  choose: LayoutRequest['choose'],
): CircuitColumn {
  const { layer, kind, count, pitch, tile } = plan;
  const shift = (line: number): number => (plan.staggered && line % 2 === 1 ? pitch.beside / 2 : 0);
  const place = (column: number, row: number): Box =>
    down
      ? {
          x: lead + column * pitch.beside + shift(row),
          y: from + row * pitch.along,
          width: tile.beside,
          height: tile.along,
        }
      : {
          x: from + column * pitch.along,
          y: lead + row * pitch.beside + shift(column),
          width: tile.along,
          height: tile.beside,
        };
  // Row by row on the screen, whichever way the columns go.
  const across = down ? plan.beside : plan.along;
  const cells = kind === 'image' || kind === 'maps';
  const neurons = cells || count === plan.all ? null : choose(layer, count);
  const tiles = Array.from({ length: neurons?.length ?? count }, (_, n): CircuitTile => ({
    box: place(n % across, Math.floor(n / across)),
    neuron: cells ? null : (neurons?.[n] ?? n),
    channel: kind === 'maps' ? n : 0,
  }));
  const box: Box = down
    ? { x: lead, y: from, width: breadth(plan), height: extent(plan) }
    : { x: from, y: lead, width: extent(plan), height: breadth(plan) };
  const grid = cells ? layerGrid(spec, layer) : null;
  return { layer, kind, box, tiles, all: plan.all, grid };
}

/** The cells of a tile that stands for many neurons: the image, or one channel's map. */
export function tileCells(
  { kind, grid }: CircuitColumn,
  { box, channel }: CircuitTile,
): { grid: Grid; place: GridPlace; neuronOf: (cell: number) => number } | null {
  if (!grid) return null;
  const maps = kind === 'maps' ? grid.maps! : null;
  const own = maps
    ? { columns: maps.columns, rows: maps.rows, count: maps.columns * maps.rows }
    : grid;
  const cell = Math.min(box.width / own.columns, box.height / own.rows);
  const place = {
    left: box.x + (box.width - cell * own.columns) / 2,
    top: box.y + (box.height - cell * own.rows) / 2,
    cell,
  };
  return { grid: own, place, neuronOf: (n) => (maps ? n * maps.channels + channel : n) };
}

/** The tile of a neuron, or the one that it is a cell of; null where it has none. */
export function tileOf(
  { columns }: CircuitLayout,
  { layer, neuron }: NeuronRef,
): CircuitTile | null {
  const column = columns[layer];
  if (!column) return null;
  if (column.kind === 'image') return column.tiles[0] ?? null;
  if (column.kind === 'maps') {
    return column.tiles[neuron % column.grid!.maps!.channels] ?? null;
  }
  const { tiles } = column;
  // Ascending: where none is left out, a neuron's tile is the one of its number.
  if (tiles[neuron]?.neuron === neuron) return tiles[neuron];
  return tiles.find((tile) => tile.neuron === neuron) ?? null;
}

/** What a neuron fills: its tile, or its cell; null where it is not shown. */
export function boxOf(layout: CircuitLayout, ref: NeuronRef): Box | null {
  const tile = tileOf(layout, ref);
  const column = layout.columns[ref.layer];
  if (!tile || !column) return null;
  const cells = tileCells(column, tile);
  if (!cells) return tile.box;
  const n =
    column.kind === 'maps' ? Math.floor(ref.neuron / column.grid!.maps!.channels) : ref.neuron;
  const [x, y] = cellCorner(cells.grid, cells.place, n);
  return { x, y, width: cells.place.cell, height: cells.place.cell };
}

/** Where synapses leave a neuron, or arrive at it: at the side of its tile, or in the middle of its cell. */
export function anchorOf(
  layout: CircuitLayout,
  ref: NeuronRef,
  side: 'leaves' | 'arrives',
): Point | null {
  const box = boxOf(layout, ref);
  if (!box) return null;
  const middle = centre(box);
  if (layout.columns[ref.layer]!.grid) return middle;
  const far = side === 'leaves' ? 1 : 0;
  return layout.direction === 'across'
    ? { x: box.x + far * box.width, y: middle.y }
    : { x: middle.x, y: box.y + far * box.height };
}

/** The neuron under a point; null between the tiles. */
export function neuronAt({ columns }: CircuitLayout, at: Point): NeuronRef | null {
  for (const column of columns) {
    if (!contains(column.box, at)) continue;
    const tile = column.tiles.find(({ box }) => contains(box, at));
    if (!tile) continue;
    if (tile.neuron !== null) return { layer: column.layer, neuron: tile.neuron };
    const cells = tileCells(column, tile)!;
    const cell = cellAt(cells.grid, cells.place, at.x, at.y);
    if (cell !== null) return { layer: column.layer, neuron: cells.neuronOf(cell) };
  }
  return null;
}
