import { useMemo, useRef } from 'react';
import type { NeuronRef } from '../../session/stimulus/playback';
import { formatTime } from '../../words/numbers';
import { useExplained, useStoreOf, useView } from '../kit/session-context';
import { useCanvas, type Draw } from '../kit/use-canvas';
import { neuronName } from '../../view/words/names';
import { heldWords } from '../../view/what-if/move-words';
import { HeldWords } from '../kit/held-words';
import { drawPotential, potentialScale } from '../kit/draw/draw-potential';
import styles from './neuron.module.css';
import { potentialState } from '../kit/draw/potential-state';
import { useTracePointer } from './use-trace-pointer';
import { silentWords } from '../../view/words/neuron-words';

/** The membrane potential; hover reads it, a click or a drag moves the shared time cursor, or a spike that arrives. */
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
        // Under a spike that is held the axis keeps still.
        const { hand } = view.store.getState();
        const until = hand?.held && shown.current.width > 0 ? shown.current.until : state.until;
        shown.current = { width, until };
        drawPotential(ctx, width, height, palette, { ...state, until, reading: reading.current });
      },
    [view, layer, index],
  );
  const { ref, redraw } = useCanvas(draw, [session.playback.store, useExplained(), view.store]);
  const spec = useStoreOf(session.network.store, (s) => s.spec);

  const pointer = useTracePointer(
    view,
    neuron,
    () => potentialScale(shown.current.width, shown.current.until),
    (t) => {
      reading.current = t;
      redraw();
    },
  );
  const hand = useStoreOf(view.store, (s) => s.hand && (s.hand.held ? 'holds' : 'open'));
  useStoreOf(view.store, (s) => s.edits);
  const held = pointer.dragging ? heldWords(view) : null;
  const explanation = view.derived.explanation(neuron);
  const name = neuronName(spec, neuron);
  const told =
    explanation === null
      ? ''
      : explanation.time < Infinity
        ? `reaches the threshold at ${formatTime(explanation.time)}`
        : silentWords(explanation);
  return (
    <div className={styles.trace} data-hand={hand ?? undefined}>
      <canvas
        ref={ref}
        className={styles.drawn}
        role="img"
        aria-label={`Membrane potential of ${name} over time: ${told}`}
        {...pointer.handlers}
      />
      {held && (
        <div className={styles.held}>
          <HeldWords lines={held} />
        </div>
      )}
    </div>
  );
}
