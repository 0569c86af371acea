/** The rasters, or the time map, as a picture: every layer with its captions, on one time axis. */
import { layerSizes, networkName, layerCount } from '../../../model/network';
import { formatCount } from '../../../words/numbers';
import { layoutBands } from '../../../view/layout/bands';
import { drawShareName, drawTimeAxis } from '../draw/draw-time-axis';
import { TIME_UNIT } from '../../../view/time/unit';
import type { Board } from '../draw/frame';
import { asMaps, layerDraw } from '../draw/layer-draw';
import { layerName, neuronName } from '../../../view/words/names';
import { rowsCaption } from '../../../view/layout/rows';
import { firedBy, spiking } from '../../../view/words/spike-words';
import { mapDraw } from '../draw/map-draw';
import { drawNote, drawPaper, drawPart, drawTimeLegend, MARGIN, type Picture } from './picture';
import type { Palette } from '../theme/palette';
import { outcomeWords } from './outcome';
import { shownName } from './shown-name';
import type { View } from '../../../view/view';

const WIDTH = 960;
const GUTTER = 96;
const AXIS = 24;
/** Height of a layer of at most 200 neurons, what a row of a larger one gets, and that of maps. */
const BAND = { least: 110, row: 0.55, maps: 220 };

/** What the picture is of: "784-128-10, test image 1 (label 7)". */
const headlineOf = (view: View): string =>
  `${networkName(view.derived.scene().spec)}, ${shownName(view)}`;

export function rasterPicture(view: View): Picture {
  const { derived } = view;
  const { spec, run } = derived.scene();
  const sizes = layerSizes(spec);
  const needed = sizes
    .slice(0, -1)
    .map((n, layer) =>
      asMaps(spec, layer, view.store.getState()) ? BAND.maps : Math.max(BAND.least, n * BAND.row),
    );
  const classes = sizes[sizes.length - 1]! * 18 + 8;
  const bands = layoutBands(
    needed.reduce((a, b) => a + b, classes + AXIS),
    sizes,
    null,
    spec.convolutions?.length,
  );
  const headline = headlineOf(view);
  const board: Board = new Map();
  const draws = bands.map(({ layer }) => layerDraw(view, layer, board));
  const content = bands.reduce((sum, band) => sum + band.height, AXIS);
  const size = { width: WIDTH, height: 58 + content + MARGIN };
  return {
    ...size,
    title: `Rasters of ${headline}: ${outcomeWords(view)}`,
    draw(ctx, palette) {
      const top = drawPaper(ctx, palette, size, headline, outcomeWords(view));
      if (!run) return;
      const x = MARGIN + GUTTER;
      const width = WIDTH - x - MARGIN;
      drawLegend(ctx, palette, view);
      const cursor = derived.cursor();
      for (const [n, band] of bands.entries()) {
        const y = top + band.top;
        const { times } = run.layers[band.layer]!;
        ctx.fillStyle = palette.line;
        ctx.fillRect(MARGIN, y, WIDTH - 2 * MARGIN, 1);
        drawPart(ctx, palette, { x, y, width, height: band.height }, draws[n]!);
        const rows = board.get(band.layer)?.rows;
        const fired = formatCount(firedBy(times, cursor));
        const lines =
          derived.veil() < Infinity
            ? [`${fired} / ${formatCount(times.length)} so far`]
            : [
                `${formatCount(spiking(times))} / ${formatCount(times.length)} spike`,
                `${formatCount(times.length - spiking(times))} silent`,
                `${fired} by the cursor`,
                (rows && rowsCaption(rows)) ?? '',
              ];
        ctx.textAlign = 'left';
        ctx.textBaseline = 'top';
        ctx.fillStyle = palette.ink;
        ctx.font = `13px ${palette.font}`;
        ctx.fillText(layerName(spec, band.layer), MARGIN, y + 7);
        ctx.fillStyle = palette.soft;
        ctx.font = `10.5px ${palette.font}`;
        lines.forEach((line, n) => line && ctx.fillText(line, MARGIN, y + 26 + n * 14));
      }
      const end = top + content - AXIS;
      ctx.textAlign = 'left';
      ctx.textBaseline = 'top';
      ctx.fillStyle = palette.soft;
      ctx.font = `10.5px ${palette.font}`;
      TIME_UNIT.split('\n').forEach((line, n) => ctx.fillText(line, MARGIN, end + 3 + n * 12));
      drawPart(ctx, palette, { x, y: end, width, height: AXIS }, (c, frame) => {
        drawTimeAxis(view, c, frame);
        drawShareName(c, frame);
      });
    },
  };
}

/** Marks have the colour of their time, or the shape of what they do to the selected neuron. */
function drawLegend(ctx: CanvasRenderingContext2D, palette: Palette, { derived }: View): void {
  const selected = derived.selected();
  if (!selected || selected.layer === 0) return drawTimeLegend(ctx, palette, WIDTH);
  const name = neuronName(derived.scene().spec, selected);
  drawNote(ctx, palette, `▲ pushes ${name} to fire   ▽ holds it back`, WIDTH - MARGIN, 13);
}

export function mapPicture(view: View): Picture {
  const { derived } = view;
  const { spec, run } = derived.scene();
  const depth = layerCount(spec);
  const headline = headlineOf(view);
  const side = Math.floor((WIDTH - 2 * MARGIN - (depth - 1) * 14) / Math.max(2, depth));
  const size = { width: WIDTH, height: 58 + 20 + side + 130 + MARGIN };
  return {
    ...size,
    title: `Time map of ${headline}: ${outcomeWords(view)}`,
    draw(ctx, palette) {
      const top = drawPaper(ctx, palette, size, headline, outcomeWords(view));
      if (!run) return;
      drawTimeLegend(ctx, palette, WIDTH);
      for (let layer = 0; layer <= depth; layer++) {
        const output = layer === depth;
        const x = output ? MARGIN : MARGIN + layer * (side + 14);
        const y = output ? top + 20 + side + 16 : top;
        const { times } = run.layers[layer]!;
        ctx.textAlign = 'left';
        ctx.textBaseline = 'top';
        ctx.fillStyle = palette.soft;
        ctx.font = `12px ${palette.font}`;
        const counts =
          derived.veil() < Infinity
            ? `${formatCount(firedBy(times, derived.cursor()))} of ${formatCount(times.length)} so far`
            : `${formatCount(spiking(times))} of ${formatCount(times.length)} spike`;
        ctx.fillText(`${layerName(spec, layer)}: ${counts}`, x, y);
        const place = output
          ? { x, y: y + 18, width: WIDTH - 2 * MARGIN, height: 90 }
          : { x, y: y + 20, width: side, height: side };
        drawPart(ctx, palette, place, mapDraw(view, layer));
      }
    },
  };
}
