import type { StoreApi } from 'zustand/vanilla';
import {
  contributionWords,
  synapseContribution,
  synapseName,
} from '../../view/circuit/synapse-words';
import { neuronSentence } from '../../view/circuit/words';
import { formatFigure } from '../../words/numbers';
import { useStoreOf, useView, useWordsVersion } from '../kit/session-context';
import styles from './circuit.module.css';
import type { Pointed } from './pointed';
import { shownWeight } from './use-pointer';

/** Tells about the neuron or the synapse under the pointer. */
export function Tip({ pointed, width }: { pointed: StoreApi<Pointed>; width: number }) {
  const view = useView();
  const { session, store, derived } = view;
  useWordsVersion();
  useStoreOf(store, (s) => s.edits);
  const { hovered: synapse, at } = useStoreOf(pointed);
  const neuron = useStoreOf(session.playback.store, (s) => s.hovered);
  useStoreOf(session.playback.store, () => (neuron ? neuronSentence(view, neuron) : ''));
  if (!at || (!synapse && !neuron)) return null;
  const weight = synapse && shownWeight(view, synapse);
  const lines = synapse
    ? weight === null
      ? []
      : [
          synapseName(derived.pair().spec, synapse),
          `weight ${formatFigure(weight)}, ${contributionWords(synapseContribution(derived, synapse))}`,
          'drag up or down: what if it were another',
        ]
    : [neuronSentence(view, neuron!)];
  if (lines.length === 0) return null;
  return (
    <div
      className={styles.tip}
      data-below={at.y < 70}
      style={{ transform: `translate(${Math.min(Math.max(at.x, 110), width - 110)}px, ${at.y}px)` }}
    >
      <div>
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
    </div>
  );
}
