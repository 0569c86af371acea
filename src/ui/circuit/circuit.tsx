import { useEffect, useMemo, useState, type KeyboardEvent } from 'react';
import { stepTile } from '../../view/circuit/steps';
import { circuitCaption, neuronSentence } from '../../view/circuit/words';
import { hasModifier } from '../../view/keys';
import { ask } from '../../view/what-if/what-if';
import {
  useCursorWords,
  useExplained,
  useStoreOf,
  useView,
  useWordsVersion,
} from '../kit/session-context';
import { useCanvas } from '../kit/use-canvas';
import { useMedia } from '../kit/use-media';
import { useSize } from '../kit/use-size';
import { circuitDraw } from './circuit-draw';
import styles from './circuit.module.css';
import { Heads } from './heads';
import { Outcome } from './outcome';
import { createPointed } from './pointed';
import { Tip } from './tip';
import { Told } from './told';
import { usePointer } from './use-pointer';

/** Keyboards of Macs have only the second. */
const DELETES = new Set(['Delete', 'Backspace']);

/** Every neuron a tile, every synapse a curve, spikes seen to act. Arrow keys walk from tile to tile, Enter selects, Delete silences. */
export function Circuit() {
  const view = useView();
  const { session } = view;
  const { playback } = session;
  const reduced = useMedia('(prefers-reduced-motion: reduce)');
  const [pointed] = useState(createPointed);
  const circuit = useMemo(() => {
    const synapses = () => {
      const { hovered, chosen } = pointed.getState();
      return [hovered, chosen];
    };
    return circuitDraw(view, reduced, synapses);
  }, [view, reduced, pointed]);
  const { ref } = useCanvas(circuit.draw, [
    playback.store,
    useExplained(),
    session.maps.store,
    view.store,
    pointed,
  ]);
  useEffect(() => session.maps.watch(), [session]);
  useEffect(() => session.spikes.follow(), [session]);
  const { width, height } = useSize(ref);
  useWordsVersion();
  const edits = useStoreOf(view.store, (s) => s.edits);
  const hovered = useStoreOf(playback.store, (s) => s.hovered);
  const selected = useStoreOf(playback.store, (s) => s.selected);
  const current = hovered ?? selected;
  const told = useCursorWords(() => neuronSentence(view, current));
  const drawn = circuit.circuitAt(width, height);
  const pointer = usePointer(view, ref, pointed, () => circuit.circuitAt(width, height));

  const hand = useStoreOf(view.store, (s) => s.hand && (s.hand.held ? 'holds' : 'open'));

  const onKeyDown = (event: KeyboardEvent) => {
    if (hasModifier(event)) return;
    // With shift an arrow moves the selected spike.
    if (drawn && event.key.startsWith('Arrow') && !event.shiftKey) {
      const next = stepTile(drawn.layout, current ?? drawn.focus, event.key);
      if (next) playback.hover(next);
    } else if (event.key === 'Enter' && current) playback.select(current);
    else if (DELETES.has(event.key) && current) ask(view, { kind: 'silence', ...current });
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={styles.circuit} data-testid="circuit">
      <div className={styles.top}>
        <Outcome />
        <Told pointed={pointed} />
      </div>
      <div className={styles.stage}>
        <div
          className={styles.drawn}
          role="slider"
          tabIndex={0}
          aria-label="Circuit: neurons and synapses"
          aria-valuenow={current?.neuron ?? 0}
          aria-valuetext={told}
          data-hand={hand ?? undefined}
          onKeyDown={onKeyDown}
          {...pointer}
        >
          <canvas ref={ref} className={styles.canvas} aria-hidden="true" />
        </div>
        {drawn && <Heads circuit={drawn} />}
        <Tip pointed={pointed} width={width} />
      </div>
      <p className={styles.caption} data-testid="circuit-caption">
        {drawn ? circuitCaption(drawn, edits) : ''}
      </p>
    </div>
  );
}
