/** The circuit as a picture, at the moment of the cursor, with the names of its layers and what of it is drawn. */
import { networkName } from '../../model/network';
import { createCircuit } from '../../view/circuit/circuit';
import type { CircuitColumn } from '../../view/circuit/layout';
import { circuitCaption } from '../../view/circuit/words';
import type { View } from '../../view/view';
import { isSilenced } from '../../view/what-if/what-if';
import { layerName } from '../../view/words/names';
import { decisionWords } from '../../view/words/spike-words';
import { formatTime } from '../../words/numbers';
import { drawPaper, drawPart, MARGIN, type Picture } from '../kit/export/picture';
import { shownName } from '../kit/export/shown-name';
import { mapsOf } from './circuit-draw';
import { drawMoving } from './draw-moving';
import { drawStill } from './draw-still';
import { createPictures } from './pictures';

const WIDTH = 960;
const HEIGHT = 480;
const CAPTION = 28;

/** How the race stands at the cursor: what is to come is not told before it comes. */
function outcome({ derived }: View): string {
  const { spec, run, answer, blank } = derived.scene();
  if (!run || !answer) return '';
  const t = derived.cursor();
  if (t < (answer.decisionTime ?? derived.end())) {
    return `t = ${formatTime(t)}: the race is on, no output has fired yet`;
  }
  const { title, detail } = decisionWords(spec, run, answer, blank);
  return detail ? `${title}, ${detail}` : title;
}

export function circuitPicture(view: View): Picture {
  const { session, store, derived } = view;
  const width = WIDTH - 2 * MARGIN;
  const circuit = createCircuit(derived)({ width, height: HEIGHT, direction: 'across' });
  const headline = `${networkName(derived.scene().spec)}, ${shownName(view)}`;
  const detail = outcome(view);
  const size = { width: WIDTH, height: 58 + HEIGHT + CAPTION + MARGIN };
  const picturesOf = createPictures();
  return {
    ...size,
    title: `Circuit of ${headline}: ${detail}`,
    draw(ctx, palette) {
      const top = drawPaper(ctx, palette, size, headline, detail);
      if (!circuit) return;
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
