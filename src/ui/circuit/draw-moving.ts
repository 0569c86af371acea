/** What of the circuit moves with the time cursor: who has fired, how full the others are, and the spikes on their way. */
import { inTree } from '../../view/circuit/causal-tree';
import type { Circuit } from '../../view/circuit/circuit';
import { centre, pointOn, rimLine, type Box } from '../../view/circuit/geometry';
import { boxOf, tileCells, type CircuitColumn } from '../../view/circuit/layout';
import { cellCorner } from '../../view/layout/grid';
import { pulsesAt } from '../../view/circuit/pulses';
import { sameSynapse, type SynapseRef } from '../../view/circuit/synapse-words';
import { shortName } from '../../view/words/names';
import { formatTime } from '../../words/numbers';
import type { NeuronRef } from '../../session/stimulus/playback';
import { drawArrows } from '../kit/draw/draw-handle';
import { timeShare } from '../kit/draw/draw-raster';
import type { Palette } from '../kit/theme/palette';
import { DIM, drawPicture, drawSynapse } from './draw-still';
import type { Pictures } from './picture-sheet';

export interface MovingState {
  circuit: Circuit;
  /** Where the time cursor stands. */
  t: number;
  /** Flashes and pulses; without, states alone (reduced motion). */
  moving: boolean;
  selected: NeuronRef | null;
  hovered: NeuronRef | null;
  /** Whose spike a press takes hold of, or that is held. */
  hand: NeuronRef | null;
  /** Those pointed at or chosen. */
  synapses: readonly SynapseRef[];
  /** Whether a what-if keeps a neuron silent. */
  silenced: (ref: NeuronRef) => boolean;
  /** The pictures of a layer's tiles; null where they have none. */
  pictures: (column: CircuitColumn) => Pictures | null;
}

/** The model's time that a neuron flashes for as it fires. */
const FLASH = 0.06;
/** Pixels between a tile and its rim, and the rim's width: thinner around small tiles. */
const SMALL_TILE = 24;

/** Strength of the rim of a neuron that is held back. */
const HELD = 0.5;

type Context = CanvasRenderingContext2D;

export function drawMoving(ctx: Context, palette: Palette, state: MovingState): void {
  const { circuit, t } = state;
  const tree = t >= circuit.end ? circuit.tree : null;
  const strengthOf = (ref: NeuronRef) => (tree === null || inTree(tree, ref) ? 1 : DIM);
  drawPointed(ctx, palette, state);
  for (const column of circuit.layout.columns) {
    if (column.grid) drawCells(ctx, palette, state, column, strengthOf);
    else drawTiles(ctx, palette, state, column, strengthOf);
  }
  if (state.moving) drawPulses(ctx, palette, state);
  for (const [ref, width] of [
    [state.hovered, 1.5],
    [state.selected, 2.5],
  ] as const) {
    const box = ref && boxOf(circuit.layout, ref);
    if (!box) continue;
    ctx.globalAlpha = 1;
    ctx.strokeStyle = palette.ink;
    ctx.lineWidth = width;
    ctx.strokeRect(box.x - 4, box.y - 4, box.width + 8, box.height + 8);
  }
  const inHand = state.hand && boxOf(circuit.layout, state.hand);
  if (inHand) {
    const { x, y } = centre(inHand);
    drawArrows(ctx, palette, x, y, inHand.width / 2 + 4);
  }
  ctx.globalAlpha = 1;
}

/** The synapses of the neuron pointed at stand out, and those pointed at or chosen themselves. */
function drawPointed(ctx: Context, palette: Palette, state: MovingState): void {
  const { circuit, hovered } = state;
  const { list } = circuit.synapses;
  list.forEach((synapse, n) => {
    const { layer, pre, post } = synapse;
    const touches =
      (hovered?.layer === layer && hovered.neuron === post) ||
      (hovered?.layer === layer - 1 && hovered.neuron === pre);
    if (touches) drawSynapse(ctx, palette, circuit.curves[n]!, synapse, 0.85);
  });
  for (const ref of state.synapses) {
    const n = list.findIndex((synapse) => sameSynapse(synapse, ref));
    if (n < 0) continue;
    const { weight, strength } = list[n]!;
    drawSynapse(ctx, palette, circuit.curves[n]!, { weight, strength: strength + 0.5 }, 1);
  }
}

/** An image or maps: every neuron that has fired is a cell in the colour of its time. */
function drawCells(
  ctx: Context,
  palette: Palette,
  { circuit, t, moving }: MovingState,
  column: CircuitColumn,
  strengthOf: (ref: NeuronRef) => number,
): void {
  const { layer } = column;
  const { times } = circuit.volleys[layer]!;
  for (const tile of column.tiles) {
    const { grid, place, neuronOf } = tileCells(column, tile)!;
    const size = place.cell > 5 ? place.cell - 0.75 : place.cell + 0.2;
    for (let n = 0; n < grid.count; n++) {
      const neuron = neuronOf(n);
      const time = times[neuron]!;
      if (!(time <= t)) continue;
      const [x, y] = cellCorner(grid, place, n);
      ctx.globalAlpha = strengthOf({ layer, neuron });
      ctx.fillStyle = palette.timeColor(timeShare(time));
      const grow = moving ? flash(t - time) * 1.5 : 0;
      ctx.fillRect(x - grow, y - grow, size + 2 * grow, size + 2 * grow);
    }
  }
}

/** 1 as a neuron fires, 0 soon after. */
function flash(elapsed: number): number {
  return elapsed >= 0 && elapsed < FLASH ? 1 - elapsed / FLASH : 0;
}

function drawTiles(
  ctx: Context,
  palette: Palette,
  { circuit, t, moving, silenced, pictures: picturesOf }: MovingState,
  column: CircuitColumn,
  strengthOf: (ref: NeuronRef) => number,
): void {
  const { layer, kind } = column;
  const pictures = picturesOf(column);
  const { times } = circuit.volleys[layer]!;
  for (const { box, neuron } of column.tiles) {
    const ref = { layer, neuron: neuron! };
    const time = times[ref.neuron]!;
    const fired = time <= t;
    const strength = strengthOf(ref);
    ctx.globalAlpha = strength;
    if (silenced(ref)) {
      drawSilenced(ctx, palette, box);
      continue;
    }
    if (fired) drawPicture(ctx, pictures, ref.neuron, box);
    const share = fired ? 1 : layer === 0 ? 0 : circuit.shareAt(ref, t);
    if (kind === 'vessels') drawLevel(ctx, palette, box, share, fired ? time : null);
    else drawRim(ctx, palette, box, share, fired ? time : null);
    if (moving) drawFlash(ctx, palette, box, flash(t - time), strength);
    drawWords(ctx, palette, circuit, ref, box, fired ? time : null, strength);
  }
}

/** Struck out: it would fire, and may not. */
function drawSilenced(ctx: Context, palette: Palette, { x, y, width, height }: Box): void {
  ctx.globalAlpha = 1;
  ctx.strokeStyle = palette.bad;
  ctx.lineWidth = 2;
  ctx.strokeRect(x - 1, y - 1, width + 2, height + 2);
  ctx.beginPath();
  ctx.moveTo(x, y);
  ctx.lineTo(x + width, y + height);
  ctx.moveTo(x + width, y);
  ctx.lineTo(x, y + height);
  ctx.stroke();
}

/** The rim fills with V / theta, backwards where the neuron is held back; full, it has the colour of the spike's time. */
function drawRim(
  ctx: Context,
  palette: Palette,
  box: Box,
  share: number,
  time: number | null,
): void {
  if (share === 0 && time === null) return;
  const small = box.width < SMALL_TILE;
  const off = small ? 1 : 1.5;
  // What holds a neuron back is told thinly: most neurons are held back, and those that fire are to stand out.
  ctx.lineWidth = share < 0 ? 1.5 : small ? 2 : 3;
  if (share < 0) ctx.globalAlpha *= HELD;
  ctx.strokeStyle =
    time !== null
      ? palette.timeColor(timeShare(time))
      : share > 0
        ? palette.excitatory
        : palette.inhibitory;
  const around = {
    x: box.x - off,
    y: box.y - off,
    width: box.width + 2 * off,
    height: box.height + 2 * off,
  };
  if (time !== null) {
    ctx.strokeRect(around.x, around.y, around.width, around.height);
    return;
  }
  ctx.beginPath();
  rimLine(around, share).forEach(({ x, y }, n) => (n === 0 ? ctx.moveTo(x, y) : ctx.lineTo(x, y)));
  ctx.stroke();
}

/** A vessel fills from below up to its upper edge, the threshold; what holds it back hangs from its lower edge as a bar. */
function drawLevel(
  ctx: Context,
  palette: Palette,
  { x, y, width, height }: Box,
  share: number,
  time: number | null,
): void {
  if (time !== null) {
    ctx.fillStyle = palette.timeColor(timeShare(time));
    ctx.fillRect(x, y, width, height);
  } else if (share > 0) {
    ctx.fillStyle = palette.excitatory;
    const level = Math.min(1, share) * height;
    ctx.fillRect(x, y + height - level, width, level);
  } else if (share < 0) {
    ctx.fillStyle = palette.inhibitory;
    ctx.fillRect(x, y + height, width * Math.min(1, -share), 3);
  }
  ctx.fillStyle = palette.ink;
  ctx.fillRect(x - 2, y - 0.75, width + 4, 1.5);
}

function drawFlash(
  ctx: Context,
  palette: Palette,
  box: Box,
  strength: number,
  alpha: number,
): void {
  if (strength <= 0) return;
  const off = 3 + 5 * (1 - strength);
  ctx.globalAlpha = alpha * strength;
  ctx.strokeStyle = palette.ink;
  ctx.lineWidth = 3;
  ctx.strokeRect(box.x - off, box.y - off, box.width + 2 * off, box.height + 2 * off);
}

/** The least size of an output's tile that has a name beside it. */
const NAME_ROOM = { down: 17, across: 11 };

/** Names of inputs, classes and times of outputs, beside their tiles; the winner's stands out. */
function drawWords(
  ctx: Context,
  palette: Palette,
  { spec, layout, answer, end }: Circuit,
  ref: NeuronRef,
  box: Box,
  time: number | null,
  strength: number,
): void {
  const output = ref.layer === layout.columns.length - 1;
  if (!output && ref.layer > 0) return;
  const down = layout.direction === 'down';
  const wins = output && time !== null && time >= end && answer.class === ref.neuron;
  // Of many classes as many are named as have room.
  const every = Math.ceil(down ? NAME_ROOM.down / box.width : NAME_ROOM.across / box.height);
  if (output && !wins && ref.neuron % every !== 0) return;
  const name = shortName(spec, ref);
  ctx.globalAlpha = Math.max(0.5, strength);
  ctx.fillStyle = wins ? palette.ink : palette.soft;
  ctx.font = `${wins ? 700 : 400} ${wins ? 13 : 12}px ${palette.font}`;
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  ctx.textAlign = down ? 'center' : output ? 'left' : 'right';
  ctx.textBaseline = down ? (output ? 'top' : 'bottom') : 'middle';
  if (down) {
    ctx.fillText(name, middle.x, output ? box.y + box.height + 4 : box.y - 4);
  } else {
    ctx.fillText(name, output ? box.x + box.width + 7 : box.x - 8, middle.y);
  }
  if (time === null || (down && !wins)) return;
  ctx.font = `${wins ? 600 : 400} 11px ${palette.font}`;
  if (down) ctx.fillText(formatTime(time), middle.x, box.y + box.height + 18);
  else if (output)
    ctx.fillText(formatTime(time), box.x + box.width + (name.length > 1 ? 26 : 20), middle.y);
}

/** Pulses of one sign are one path, a few hundred small circles: filled where they push, hollow where they hold back. */
function drawPulses(ctx: Context, palette: Palette, { circuit, t }: MovingState): void {
  const { synapses, curves, volleys, end } = circuit;
  const times = volleys.map((volley) => volley.times);
  const { list } = pulsesAt(synapses.list, times, t, end);
  for (const excitatory of [false, true]) {
    ctx.globalAlpha = 0.95;
    ctx.fillStyle = excitatory ? palette.excitatory : palette.panel;
    ctx.strokeStyle = palette.inhibitory;
    ctx.lineWidth = 1.6;
    ctx.beginPath();
    for (const { synapse, share } of list) {
      const { weight, strength } = synapses.list[synapse]!;
      if (weight > 0 !== excitatory) continue;
      const { x, y } = pointOn(curves[synapse]!, share);
      const radius = 1.6 + 3.4 * Math.sqrt(strength);
      ctx.moveTo(x + radius, y);
      ctx.arc(x, y, radius, 0, 2 * Math.PI);
    }
    ctx.fill();
    if (!excitatory) ctx.stroke();
  }
}
