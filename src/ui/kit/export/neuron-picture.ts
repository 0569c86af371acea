/** Why a neuron fired, as a picture: its membrane potential, its incoming weights and what each pixel added. */
import type { NeuronRef } from '../../../session/stimulus/playback';
import { spokenEquation } from '../../../view/neuron/equation';
import { drawField } from '../draw/draw-field';
import { drawPotential } from '../draw/draw-potential';
import { fieldCaption, fieldState } from '../draw/field-state';
import type { FieldKind } from '../../../view/neuron/field-values';
import { potentialState } from '../draw/potential-state';
import { isConvolution } from '../../../view/words/names';
import { spikeWords } from '../../../view/words/spike-words';
import { drawPaper, drawPart, MARGIN, type Picture } from './picture';
import { shownName } from './shown-name';
import type { View } from '../../../view/view';

const SIZE = { width: 960, height: 380 };
const FIELD = 240;
const GAP = 24;

/** @param ref of any layer; an input has its outgoing weights alone */
export function neuronPicture(view: View, ref: NeuronRef): Picture {
  const { derived } = view;
  const { spec, run } = derived.scene();
  const explanation = derived.explanation(ref);
  const headline = run ? `${spikeWords(spec, run, ref)}: ${shownName(view)}` : '';
  const detail = explanation ? spokenEquation(explanation) : '';
  const weights = isConvolution(spec, ref.layer) ? 'kernel' : 'incoming';
  const fields: FieldKind[] = ref.layer === 0 ? ['outgoing'] : [weights, 'pixels'];
  return {
    ...SIZE,
    title: `${headline}. ${detail}`,
    draw(ctx, palette) {
      const top = drawPaper(ctx, palette, SIZE, headline, detail);
      const height = SIZE.height - top - MARGIN - 24;
      const state = potentialState(view, ref);
      const left = SIZE.width - MARGIN - fields.length * FIELD - (fields.length - 1) * GAP;
      if (state) {
        const place = { x: MARGIN, y: top, width: left - MARGIN - GAP, height: height + 24 };
        drawPart(ctx, palette, place, (c, frame) =>
          drawPotential(c, frame.width, frame.height, palette, { ...state, reading: null }),
        );
      }
      fields.forEach((show, n) => {
        const x = left + n * (FIELD + GAP);
        drawPart(ctx, palette, { x, y: top, width: FIELD, height }, (c, frame) => {
          const field = fieldState(view, ref, show, frame.width, frame.height);
          if (field) drawField(c, palette, { ...field, highlighted: null });
        });
        ctx.textAlign = 'left';
        ctx.textBaseline = 'top';
        ctx.fillStyle = palette.soft;
        ctx.font = `10.5px ${palette.font}`;
        // Long captions in two lines.
        const [first, ...rest] = fieldCaption(spec, show, ref).split(/[,;] /);
        ctx.fillText(rest.length > 0 ? `${first},` : first!, x, top + height + 6);
        ctx.fillText(rest.join(', '), x, top + height + 20);
      });
    },
  };
}
