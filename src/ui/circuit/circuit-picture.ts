/** The circuit as a picture, at the moment of the cursor, with the names of its layers and what of it is drawn. */
import { networkName } from '../../model/network';
import { createCircuit } from '../../view/circuit/circuit';
import type { CircuitColumn } from '../../view/circuit/layout';
import { circuitCaption } from '../../view/circuit/words';
import type { View } from '../../view/view';
import { isSilenced } from '../../view/what-if/what-if';
import { layerName } from '../../view/words/names';
import {
  drawNote,
  drawPaper,
  drawPart,
  drawTimeLegend,
  MARGIN,
  type Picture,
} from '../kit/export/picture';
import { outcomeWords } from '../kit/export/outcome';
import { shownName } from '../kit/export/shown-name';
import { mapsOf } from './circuit-draw';
import { drawMoving } from './draw-moving';
import { drawStill } from './draw-still';
import { createPictures } from './pictures';

const WIDTH = 960;
const HEIGHT = 480;
const CAPTION = 28;
const SIGNS = '—● pushes to fire   ╌○ holds back';
/** Model time that a film goes on after the decision: the last pulses arrive. */
const AFTER = 0.15;

export function circuitPicture(view: View): Picture {
  const { session, store, derived } = view;
  const width = WIDTH - 2 * MARGIN;
  const circuit = createCircuit(derived)({ width, height: HEIGHT, direction: 'across' });
  const headline = `${networkName(derived.scene().spec)}, ${shownName(view)}`;
  const size = { width: WIDTH, height: 58 + HEIGHT + CAPTION + MARGIN };
  const picturesOf = createPictures();
  return {
    ...size,
    ...(circuit && { filmEnd: circuit.end + AFTER }),
    title: `Circuit of ${headline}: ${outcomeWords(view)}`,
    draw(ctx, palette) {
      const top = drawPaper(ctx, palette, size, headline, outcomeWords(view));
      if (!circuit) return;
      drawTimeLegend(ctx, palette, WIDTH);
      drawNote(ctx, palette, SIGNS, WIDTH - MARGIN, 33);
      const maps = mapsOf(session, circuit);
      const t = derived.cursor();
      const pictures = (column: CircuitColumn) => picturesOf(circuit, column, maps, palette);
      drawPart(ctx, palette, { x: MARGIN, y: top, width, height: HEIGHT }, (c) => {
        drawStill(c, palette, { circuit, ended: t >= circuit.end, pictures });
        drawMoving(c, palette, {
          circuit,
          t,
          moving: true,
          selected: derived.selected(),
          hovered: null,
          hand: null,
          synapses: [],
          silenced: (ref) => isSilenced(store.getState().edits, ref),
          pictures,
        });
        c.fillStyle = palette.soft;
        c.font = `12px ${palette.font}`;
        c.textAlign = 'center';
        c.textBaseline = 'top';
        for (const { layer, box } of circuit.layout.columns) {
          c.fillText(layerName(circuit.spec, layer), box.x + box.width / 2, 4);
        }
      });
      ctx.fillStyle = palette.soft;
      ctx.font = `11px ${palette.font}`;
      ctx.textAlign = 'left';
      ctx.textBaseline = 'top';
      ctx.fillText(circuitCaption(circuit), MARGIN, top + HEIGHT + 10);
    },
  };
}
