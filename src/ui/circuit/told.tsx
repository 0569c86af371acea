import { Trash2, Volume2, VolumeX, X } from 'lucide-react';
import type { StoreApi } from 'zustand/vanilla';
import { canResize } from '../../model/reshape';
import { reshape } from '../../view/circuit/reshape-network';
import {
  contributionWords,
  synapseContribution,
  synapseName,
  type SynapseRef,
} from '../../view/circuit/synapse-words';
import { neuronSentence } from '../../view/circuit/words';
import { ask, isSilenced, unsilence } from '../../view/what-if/what-if';
import { formatFigure } from '../../words/numbers';
import type { NeuronRef } from '../../session/stimulus/playback';
import { IconButton } from '../kit/button';
import { EditableNumber } from '../kit/editable-number';
import { useCursorWords, useStoreOf, useView, useWordsVersion } from '../kit/session-context';
import styles from './circuit.module.css';
import type { Pointed } from './pointed';
import { shownWeight } from './use-pointer';

/** What is chosen, and what can be done with it: a synapse's weight, a neuron that is silenced or removed. */
export function Told({ pointed }: { pointed: StoreApi<Pointed> }) {
  const { session, store, derived } = useView();
  useWordsVersion();
  useStoreOf(store, (s) => s.edits);
  const chosen = useStoreOf(pointed, (s) => s.chosen);
  useStoreOf(session.playback.store, (s) => s.selected);
  const selected = derived.selected();
  return (
    <div className={styles.told} data-testid="circuit-told">
      {chosen ? (
        <ChosenSynapse synapse={chosen} onLeave={() => pointed.setState({ chosen: null })} />
      ) : (
        selected && <ChosenNeuron neuron={selected} />
      )}
    </div>
  );
}

function ChosenSynapse({ synapse, onLeave }: { synapse: SynapseRef; onLeave: () => void }) {
  const view = useView();
  const { spec } = view.derived.pair();
  const weight = shownWeight(view, synapse);
  if (weight === null) return null;
  const { layer, pre, post } = synapse;
  const name = synapseName(spec, synapse);
  return (
    <>
      <p>
        <span>{`${name}: weight `}</span>
        <EditableNumber
          label={`weight of ${name}`}
          shown={formatFigure(weight)}
          value={weight}
          onChange={(value) =>
            ask(view, { kind: 'weight', layer, postsynaptic: post, presynaptic: pre, value })
          }
        />
        <span>{`, ${contributionWords(synapseContribution(view.derived, synapse))}`}</span>
      </p>
      <IconButton label="Leave this synapse" onClick={onLeave}>
        <X size={14} aria-hidden />
      </IconButton>
    </>
  );
}

function ChosenNeuron({ neuron }: { neuron: NeuronRef }) {
  const view = useView();
  const { store, derived } = view;
  const silenced = useStoreOf(store, (s) => isSilenced(s.edits, neuron));
  const { spec } = derived.scene();
  const told = useCursorWords(() => neuronSentence(view, neuron));
  return (
    <>
      <p>{told}</p>
      <IconButton
        label={silenced ? 'Let the neuron fire again' : 'Silence the neuron'}
        aria-pressed={silenced}
        onClick={() =>
          silenced ? unsilence(view, neuron) : ask(view, { kind: 'silence', ...neuron })
        }
      >
        {silenced ? <VolumeX size={15} aria-hidden /> : <Volume2 size={15} aria-hidden />}
      </IconButton>
      {canResize(spec, neuron.layer, -1) && (
        <IconButton
          label="Remove the neuron"
          onClick={() => void reshape(view, { kind: 'remove neuron', ...neuron })}
        >
          <Trash2 size={14} aria-hidden />
        </IconButton>
      )}
    </>
  );
}
