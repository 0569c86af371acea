/** Puts one layer's raster together from the session's stores. */
import { shortClassName } from '../../../model/class-names';
import { spikeTrain } from '../../../model/encode';
import { layerCount, layerDeadline, type NetworkSpec } from '../../../model/network';
import type { Draw } from '../use-canvas';
import { memoLast } from '../../../view/scene/derive';
import { drawLines } from './draw-lines';
import { drawFiredCount, drawPotentialMeters } from './draw-meter';
import { layerGrid, placeGrid } from '../../../view/layout/grid';
import { drawMaps } from './draw-maps';
import { drawRaster, type RasterState } from './draw-raster';
import { LABELS, meterPlace, scaleOf, type Board } from './frame';
import {
  fitFor,
  placeMarks,
  roomFor,
  rowGeometry,
  rowY,
  type Marks,
} from '../../../view/layout/marks';
import { isConvolution, isPacked } from '../../../view/words/names';
import type { Sort } from '../../../view/layout/choices';
import { arrangeRows } from '../../../view/layout/rows';
import type { ViewState } from '../../../view/view-state';
import { until } from '../../../view/time/veil';
import { firedBy } from '../../../view/words/spike-words';
import type { View } from '../../../view/view';

const DRAWN = 'raster-drawn';
const NO_MARKS: Marks = {
  neuron: new Uint32Array(),
  x: new Float32Array(),
  y: new Float32Array(),
  count: 0,
};

/** Pixels that the name of a lane takes. */
const NAME_HEIGHT = 9.5;

/** Whether a layer is the output, which is drawn as lanes. */
export function isOutput(spec: NetworkSpec, layer: number): boolean {
  return layer === layerCount(spec);
}

/** Whether a layer is drawn as maps: a convolution, unless its rows are asked for. */
export function asMaps(spec: NetworkSpec, layer: number, { asRows }: ViewState): boolean {
  return isConvolution(spec, layer) && !asRows.includes(layer);
}

/** Pixels above and below a layer's maps. */
const MAPS_MARGIN = 4;

/**
 * The draw function of one layer, with its own memory of what does not change from frame to frame.
 * @param whole all of the layer as rows, whatever was chosen: no maps, not scrolled
 */
export function layerDraw(view: View, layer: number, board: Board, whole = false): Draw {
  const { session, derived } = view;
  const rowsOf = memoLast(
    (
      times: ArrayLike<number>,
      sort: Sort,
      room: number,
      contribution: ArrayLike<number> | undefined,
      keep: number | null,
      first: number | undefined,
      fit: number,
    ) =>
      arrangeRows(times, {
        sort,
        room,
        contribution,
        keep: keep === null ? [] : [keep],
        scroll: first === undefined ? null : { first, fit },
      }),
  );
  const coarse = matchMedia('(pointer: coarse)');
  const trainsOf = memoLast(inputTrains);
  // All rows of the layer: the tooltip finds neurons by rows, also where they are drawn as maps.
  const everyRow = memoLast((count: number) =>
    arrangeRows(new Float32Array(count), { sort: 'index', room: count }),
  );

  return (ctx, { width, height, palette }) => {
    const { spec, run, answer: given } = derived.scene();
    const spikes = run?.layers[layer];
    if (!run || !spikes) {
      board.delete(layer);
      return;
    }
    const { sort, window, scroll, hand } = view.store.getState();
    const { hovered } = session.playback.store.getState();
    const selected = derived.selected();
    const isLanes = isOutput(spec, layer);
    const veil = derived.veil();
    const answer = derived.isDecided() ? given : null;
    const { times: all } = spikes;
    const times = until(all, veil);
    const errors = derived.errors();
    const causes = selected && selected.layer > layer ? derived.causes(selected) : null;
    const part = causes?.parts[layer];
    const cursor = derived.cursor();
    const keep = selected?.layer === layer ? selected.neuron : null;
    const meter = meterPlace(width);
    const before = derived.ghost()?.layers[layer]!.times;
    const ghost = before ? until(before, veil) : null;
    const common = {
      times,
      cursor,
      causes: part ? { part, largest: causes!.largest[layer]! } : null,
      aside: selected !== null && selected.layer > 0 && !part,
      selected: keep,
      hovered: hovered?.layer === layer ? hovered.neuron : null,
      ghost,
      errors: errors && {
        delta: errors.deltas[layer]!,
        largest: errors.largest[layer]!,
        floored: errors.floored[layer]!,
      },
    };
    if (!whole && asMaps(spec, layer, view.store.getState())) {
      const room = { width: meter.left - 8 - LABELS, height: height - 2 * MAPS_MARGIN };
      const grid = layerGrid(spec, layer, room.width / room.height);
      const { top, cell } = placeGrid(grid, room.width, room.height);
      const place = { left: LABELS, top: top + MAPS_MARGIN, cell };
      const rows = everyRow(times.length);
      const geometry = rowGeometry(rows.neurons.length, height);
      board.set(layer, { marks: NO_MARKS, rows, geometry, lanes: false, maps: { grid, place } });
      drawMaps(ctx, palette, { ...common, grid, place });
      drawFiredCount(ctx, palette, meter, height, firedBy(times, cursor));
      return;
    }
    // The rows stand as they will stand in the end.
    const rows = rowsOf(
      all,
      isLanes ? 'index' : sort === 'contribution' && !part ? 'time' : sort,
      isLanes ? Infinity : roomFor(height),
      part,
      keep,
      isLanes || whole ? undefined : scroll[layer],
      fitFor(height),
    );
    const geometry = rowGeometry(rows.neurons.length, height);
    const scale = scaleOf(width, window ?? { start: 0, end: derived.end() });
    const marks = placeMarks(times, rows, geometry, scale);
    board.set(layer, { marks, rows, geometry, lanes: isLanes });

    const state: RasterState = {
      ...common,
      // Where nothing hovers the selected spike shows that it can be dragged.
      hand: hand?.layer === layer ? hand.neuron : coarse.matches ? keep : null,
      rows,
      geometry,
      marks,
      scale,
      trains:
        layer === 0 && isPacked(spec)
          ? trainsOf(spec, session.stimulus.store.getState().image, rows, veil)
          : [],
      lanes: isLanes,
      deadline: layer === 0 ? Infinity : layerDeadline(spec, layer),
    };
    drawRaster(ctx, height, palette, state);
    drawLines(ctx, height, palette, scale, answer?.decisionTime ?? null, cursor);

    if (isLanes) {
      const winner = answer?.class;
      ctx.textAlign = 'right';
      ctx.textBaseline = 'middle';
      // Of many classes as many are named as have room; the winner always is, in place of those beside it.
      const every = Math.ceil(NAME_HEIGHT / geometry.pitch);
      for (let c = 0; c < times.length; c++) {
        const near = winner != null && c !== winner && Math.abs(c - winner) < every;
        if (c !== winner && (c % every !== 0 || near)) continue;
        ctx.font = `${c === winner ? 700 : 400} 11px ${palette.font}`;
        ctx.fillStyle = c === winner ? palette.ink : palette.soft;
        ctx.fillText(shortClassName(spec, c), scale.left - 9, rowY(geometry, c));
      }
      const shares = derived.outputShares(cursor);
      if (shares) {
        drawPotentialMeters(ctx, palette, meter, geometry, shares, (c) => times[c]! <= cursor);
      }
      // The output is drawn last, since the layers have subscribed in their order: now every raster shows this change.
      markDrawn();
    } else drawFiredCount(ctx, palette, meter, height, firedBy(times, cursor));
  };
}

let drawn = 0;

/** Leaves a mark that bench/page.mjs measures by. Cleared now and then, or hours of drawing would pile them up. */
function markDrawn(): void {
  if (++drawn % 500 === 0) performance.clearMarks(DRAWN);
  performance.mark(DRAWN);
}

/** The spikes of every shown patch's train, also where one spike stands for it: what that one is taken from. */
function inputTrains(
  spec: Parameters<typeof spikeTrain>[0],
  image: Uint8Array,
  rows: ReturnType<typeof arrangeRows>,
  veil: number,
): RasterState['trains'] {
  return [...rows.neurons].map((neuron, row) => ({
    row,
    times: spikeTrain(spec, image, neuron)
      .map(({ time }) => time)
      .filter((time) => time <= veil),
  }));
}
