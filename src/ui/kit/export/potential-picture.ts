/** A neuron's membrane potential alone, as large as the picture: what a film of it shows. */
import { neuronName } from '../../../view/words/names';
import { spikeWords } from '../../../view/words/spike-words';
import { formatTime } from '../../../words/numbers';
import type { NeuronRef } from '../../../session/stimulus/playback';
import type { View } from '../../../view/view';
import { drawPotential } from '../draw/draw-potential';
import { potentialState } from '../draw/potential-state';
import { drawPaper, drawPart, MARGIN, type Picture } from './picture';
import { shownName } from './shown-name';

const SIZE = { width: 960, height: 480 };

/** "output 7 fires at 0.762, 1st of 10"; until it has fired no more than its name. */
function firing({ derived }: View, ref: NeuronRef): string {
  const { spec, run } = derived.scene();
  const time = run?.layers[ref.layer]?.times[ref.neuron] ?? Infinity;
  // A silent neuron is told to be silent when all is over.
  const told = run && (time <= derived.veil() || derived.veil() === Infinity);
  return told ? spikeWords(spec, run, ref) : `${neuronName(spec, ref)} has not fired yet`;
}

export function potentialPicture(view: View, ref: NeuronRef): Picture {
  const words = () => `${firing(view, ref)}: ${shownName(view)}`;
  const until = potentialState(view, ref)?.until;
  return {
    ...SIZE,
    ...(until !== undefined && { filmEnd: until }),
    title: words(),
    draw(ctx, palette) {
      const now = `membrane potential at t = ${formatTime(view.derived.cursor())}`;
      const top = drawPaper(ctx, palette, SIZE, words(), now);
      const state = potentialState(view, ref);
      if (!state) return;
      const place = {
        x: MARGIN,
        y: top,
        width: SIZE.width - 2 * MARGIN,
        height: SIZE.height - top - MARGIN,
      };
      drawPart(ctx, palette, place, (c, frame) =>
        drawPotential(c, frame.width, frame.height, palette, {
          ...state,
          veil: view.derived.veil(),
          reading: null,
        }),
      );
    },
  };
}
