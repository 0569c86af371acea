import { useMemo, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { createStore } from 'zustand/vanilla';
import { circuitCaption, circuitSentence } from '../../view/circuit/words';
import { hit, type Hit } from '../../view/circuit/hit';
import { stepTile } from '../../view/circuit/steps';
import type { Synapse } from '../../view/circuit/synapses';
import { useExplained, useStoreOf, useView, useWordsVersion } from '../kit/session-context';
import { useCanvas } from '../kit/use-canvas';
import { useSize } from '../kit/use-size';
import { useMedia } from '../kit/use-media';
import { circuitDraw } from './circuit-draw';
import styles from './circuit.module.css';
import { Outcome } from './outcome';

/** Pixels a pointer may be off a synapse. */
const REACH = { mouse: 5, touch: 14 };

/** Every neuron a tile, every synapse a curve, spikes seen to act. Arrow keys walk from tile to tile, Enter selects. */
export function Circuit() {
  const view = useView();
  const { session } = view;
  const { playback } = session;
  const reduced = useMedia('(prefers-reduced-motion: reduce)');
  const [pointed] = useState(() =>
    createStore<{ synapse: Synapse | null }>(() => ({ synapse: null })),
  );
  const circuit = useMemo(
    () => circuitDraw(view, reduced, () => pointed.getState().synapse),
    [view, reduced, pointed],
  );
  const explained = useExplained();
  const { ref } = useCanvas(circuit.draw, [playback.store, explained, view.store, pointed]);
  const { width, height } = useSize(ref);
  useWordsVersion();
  useStoreOf(view.store, (s) => s.edits);
  const hovered = useStoreOf(playback.store, (s) => s.hovered);
  const selected = useStoreOf(playback.store, (s) => s.selected);
  const pressed = useRef<Hit | null>(null);

  const find = (event: PointerEvent): Hit | null => {
    const drawn = circuit.circuitAt(width, height);
    if (!drawn || !ref.current) return null;
    const box = ref.current.getBoundingClientRect();
    const at = { x: event.clientX - box.left, y: event.clientY - box.top };
    return hit(drawn, at, event.pointerType === 'touch' ? REACH.touch : REACH.mouse);
  };
  const point = (found: Hit | null) => {
    playback.hover(found?.kind === 'neuron' ? found.ref : null);
    pointed.setState({ synapse: found?.kind === 'synapse' ? found.synapse : null });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const drawn = circuit.circuitAt(width, height);
    const current = hovered ?? selected;
    if (drawn && event.key.startsWith('Arrow')) {
      const next = stepTile(drawn.layout, current ?? drawn.focus, event.key);
      if (next) playback.hover(next);
    } else if (event.key === 'Enter' && current) playback.select(current);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const drawn = circuit.circuitAt(width, height);
  const told = circuitSentence(view.derived, hovered ?? selected);
  return (
    <div className={styles.circuit} data-testid="circuit">
      <Outcome />
      <div
        className={styles.stage}
        role="slider"
        tabIndex={0}
        aria-label="Circuit: neurons and synapses"
        aria-valuenow={(hovered ?? selected)?.neuron ?? 0}
        aria-valuetext={told}
        onKeyDown={onKeyDown}
        onBlur={() => point(null)}
        onPointerMove={(event) => point(find(event))}
        onPointerLeave={() => point(null)}
        onPointerDown={(event) => (pressed.current = find(event))}
        onPointerUp={(event) => {
          const found = find(event);
          if (found?.kind !== 'neuron' || pressed.current?.kind !== 'neuron') return;
          const same = selected?.layer === found.ref.layer && selected.neuron === found.ref.neuron;
          playback.select(same ? null : found.ref);
        }}
      >
        <canvas ref={ref} className={styles.canvas} aria-hidden="true" />
      </div>
      <p className={styles.caption} data-testid="circuit-caption">
        {drawn ? circuitCaption(drawn) : ''}
      </p>
    </div>
  );
}
