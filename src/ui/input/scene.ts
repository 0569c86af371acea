/** What the pad and the small picture beside it draw, from the session's state as it is at this moment. */
import { editInput } from '../../model/explain-what-if';
import type { Frame } from '../kit/use-canvas';
import { drawStrokes } from './draw-strokes';
import {
  createSpikeImage,
  drawInk,
  drawSpikeImage,
  neuronBox,
  type SpikeImage,
} from './spike-image';
import type { PadShows } from '../../view/view-state';
import type { View } from '../../view/view';

export interface Scene {
  spikeImage: () => SpikeImage;
  /** How many pixels have spiked by the cursor: while it moves on between two spikes the picture stays. */
  spiked: () => number | null;
  draw: (context: CanvasRenderingContext2D, frame: Frame, as: PadShows) => void;
}

export function createScene(view: View): Scene {
  const { session } = view;
  const encoded = createSpikeImage();
  const spikeImage = (): SpikeImage => {
    const { spec } = session.network.store.getState();
    const { image, width, height } = session.stimulus.store.getState();
    // Between a change of the network and the stimulus that follows it the sizes differ for a moment.
    const fits = width === spec.input.width && height === spec.input.height;
    const seen = encoded(spec, fits ? image : new Uint8Array(spec.input.width * spec.input.height));
    // A what-if moves spikes of the input as well.
    const { edits } = view.store.getState();
    return edits.length === 0 ? seen : { ...seen, volley: editInput(seen.volley, edits) };
  };

  function outline(context: CanvasRenderingContext2D, frame: Frame, neuron: number): void {
    const shown = spikeImage();
    if (neuron >= shown.volley.times.length) return;
    const { x, y, side } = neuronBox(shown, neuron, frame.width, frame.height);
    context.strokeStyle = frame.palette.ink;
    context.lineWidth = 1.5;
    context.strokeRect(x - 0.5, y - 0.5, side, side);
  }

  function spiked(): number | null {
    const { t } = session.playback.store.getState();
    if (t === null) return null;
    const { order, times } = spikeImage().volley;
    // The order is by time.
    let [low, high] = [0, order.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (times[order[middle]!]! <= t) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  return {
    spikeImage,
    spiked,
    draw(context, frame, as) {
      const { kind, image, width, height, strokes, picture } = session.stimulus.store.getState();
      if (as === 'times') {
        const { t, performing, hovered, selected } = session.playback.store.getState();
        drawSpikeImage(context, spikeImage(), frame, t, performing);
        for (const marked of [selected, hovered]) {
          if (marked?.layer === 0) outline(context, frame, marked.neuron);
        }
      } else if (kind === 'sample' || picture) {
        drawInk(context, image, width, height, frame);
      } else {
        context.strokeStyle = frame.palette.ink;
        drawStrokes(context, strokes, frame.width);
      }
    },
  };
}
