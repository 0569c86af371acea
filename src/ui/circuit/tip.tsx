import type { StoreApi } from 'zustand/vanilla';
import {
  contributionWords,
  synapseContribution,
  synapseName,
} from '../../view/circuit/synapse-words';
import { neuronSentence } from '../../view/circuit/words';
import { formatFigure } from '../../words/numbers';
import { heldWords } from '../../view/what-if/move-words';
import { immovable } from '../../view/what-if/take-spike';
import { HeldWords } from '../kit/held-words';
import { useCursorWords, useStoreOf, useView, useWordsVersion } from '../kit/session-context';
import styles from './circuit.module.css';
import type { Pointed } from './pointed';
import { shownWeight } from './use-pointer';

/** Tells about the neuron or the synapse under the pointer. */
export function Tip({ pointed, width }: { pointed: StoreApi<Pointed>; width: number }) {
  const view = useView();
  const { session, store, derived } = view;
  useWordsVersion();
  useStoreOf(store, (s) => s.edits);
  useStoreOf(store, (s) => s.hand);
  const { hovered: synapse, at } = useStoreOf(pointed);
  const neuron = useStoreOf(session.playback.store, (s) => s.hovered);
  useCursorWords(() => (neuron ? neuronSentence(view, neuron) : ''));
  const held = heldWords(view);
  if (!at || (!synapse && !neuron && !held)) return null;
  const weight = synapse && shownWeight(view, synapse);
  const lines = held
    ? []
    : synapse
      ? weight === null
        ? []
        : [
            synapseName(derived.pair().spec, synapse),
            `weight ${formatFigure(weight)}, ${contributionWords(synapseContribution(derived, synapse))}`,
            'drag up or down: what if it were another',
          ]
      : [
          neuronSentence(view, neuron!),
          ...(immovable(view, neuron!) === null
            ? ['drag left or right: what if it spiked earlier or later']
            : []),
        ];
  if (lines.length === 0 && !held) return null;
  return (
    <div
      className={styles.tip}
      data-below={at.y < 70}
      style={{ transform: `translate(${Math.min(Math.max(at.x, 110), width - 110)}px, ${at.y}px)` }}
    >
      <div>
        {held && <HeldWords lines={held} />}
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
    </div>
  );
}
