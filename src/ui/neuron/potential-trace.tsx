import { useMemo, useRef, type PointerEvent } from 'react';
import type { NeuronRef } from '../../session/stimulus/playback';
import { useAxisDrag } from '../kit/axis-drag';
import { formatTime } from '../../words/numbers';
import { useExplained, useStoreOf, useView } from '../kit/session-context';
import { useCanvas, type Draw } from '../kit/use-canvas';
import { neuronName } from '../../view/words/names';
import { toTime } from '../../view/time/time-axis';
import { drawPotential, potentialScale } from '../kit/draw/draw-potential';
import styles from './neuron.module.css';
import { potentialState } from '../kit/draw/potential-state';
import { silentWords } from '../../view/words/neuron-words';

/** The membrane potential; hover reads it, a click or a drag moves the shared time cursor. */
export function PotentialTrace({ neuron }: { neuron: NeuronRef }) {
  const view = useView();
  const { session } = view;
  const { layer, neuron: index } = neuron;
  const reading = useRef<number | null>(null);
  const shown = useRef({ width: 0, until: 1 });
  const draw = useMemo<Draw>(
    () =>
      (ctx, { width, height, palette }) => {
        const state = potentialState(view, { layer, neuron: index });
        if (!state) return;
        shown.current = { width, until: state.until };
        drawPotential(ctx, width, height, palette, { ...state, reading: reading.current });
      },
    [view, layer, index],
  );
  const { ref, redraw } = useCanvas(draw, [session.playback.store, useExplained(), view.store]);
  const spec = useStoreOf(session.network.store, (s) => s.spec);

  const timeAt = (event: PointerEvent) => {
    const { width, until } = shown.current;
    const x = event.clientX - event.currentTarget.getBoundingClientRect().left;
    return Math.min(Math.max(toTime(potentialScale(width, until), x), 0), until);
  };
  const drag = useAxisDrag((event) => session.playback.seek(timeAt(event)));
  const explanation = view.derived.explanation(neuron);
  const name = neuronName(spec, neuron);
  const told =
    explanation === null
      ? ''
      : explanation.time < Infinity
        ? `reaches the threshold at ${formatTime(explanation.time)}`
        : silentWords(explanation);
  return (
    <div className={styles.trace}>
      <canvas
        ref={ref}
        className={styles.drawn}
        role="img"
        aria-label={`Membrane potential of ${name} over time: ${told}`}
        {...drag}
        onPointerMove={(event) => {
          reading.current = timeAt(event);
          drag.onPointerMove(event);
          redraw();
        }}
        onPointerLeave={() => {
          reading.current = null;
          redraw();
        }}
      />
    </div>
  );
}
