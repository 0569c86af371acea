import { ChevronDown, ChevronUp, VolumeX, X } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { SampleRun } from '../../engine/engine';
import { isMoved } from '../../model/explain-what-if';
import { emitsOne, layerSizes, type NetworkSpec } from '../../model/network';
import type { View } from '../../view/view';
import { isSameNeuron, type NeuronRef } from '../../session/stimulus/playback';
import { contributionsOf, potentialCsv } from '../../view/tables/neuron-csv';
import { ExportMenu } from '../kit/export/export-menu';
import { potentialPicture } from '../kit/export/potential-picture';
import { neuronPicture } from '../kit/export/neuron-picture';
import { IconButton } from '../kit/button';
import { Term } from '../kit/term/term';
import { Sentence } from '../kit/term/sentence';
import { langStore } from '../../words/lang/lang';
import { Panel } from '../kit/panel';
import { Segmented } from '../kit/segmented';
import { useStoreOf, useThrottledWordsVersion, useView } from '../kit/session-context';
import { isConvolution, neuronName } from '../../view/words/names';
import { ask, isSilenced, unsilence } from '../../view/what-if/what-if';
import { raceWords, spikeWords } from '../../view/words/spike-words';
import { Contributions } from './contributions';
import { EditableNumber } from '../kit/editable-number';
import { Equation } from './firing-equation';
import { InputNeuron } from './input-neuron';
import styles from './neuron.module.css';
import { PotentialTrace } from './potential-trace';
import { ReceptiveField } from './receptive-field';
import { ShowWhy, Telling } from './show-why';
import { SharedWeights } from './shared-weights';
import { shownNeuron, type Shown } from '../../view/neuron/shown';
import { besidesWords, equationSentence, whySentence } from '../../view/words/neuron-words';

/** Why one neuron fired, and when; or what it was short of. */
export function NeuronPanel() {
  const view = useView();
  const { session } = view;
  const spec = useStoreOf(session.network.store, (s) => s.spec);
  const hasWeights = useStoreOf(session.network.store, (s) => s.weights !== null);
  useThrottledWordsVersion();
  useStoreOf(session.playback.store, (s) => s.selected);
  useStoreOf(view.store, (s) => s.edits);

  const { derived } = view;
  const { run } = derived.told();
  useStoreOf(view.store, (s) => s.hand?.held);
  const isDecided = useStoreOf(session.playback.store, () => derived.isDecided());
  const answer = isDecided ? derived.steadyAnswer() : null;
  const shown = shownNeuron(spec, derived.selected(), answer);
  if (!run || !shown || !hasWeights) {
    return (
      <Panel title="Neuron">
        {!isDecided && <p className={styles.invite}>{`${raceWords(spec)} `}</p>}
        <p className={styles.invite}>
          A neuron adds up the spikes that reach it and fires once, when its membrane potential
          reaches the threshold. Draw something, then click a spike: here you see which earlier
          spikes made it fire, and by how much.
        </p>
      </Panel>
    );
  }
  return (
    <Panel
      title="Neuron"
      className={styles.panel}
      aside={<Head spec={spec} run={run} shown={shown} />}
    >
      {shown.ref.layer === 0 ? (
        <InputNeuron neuron={shown.ref} run={run} />
      ) : (
        <Explained neuron={shown.ref} />
      )}
    </Panel>
  );
}

function Head({ spec, run, shown }: { spec: NetworkSpec; run: SampleRun; shown: Shown }) {
  const view = useView();
  const { session } = view;
  const { layer, neuron } = shown.ref;
  const silenced = useStoreOf(view.store, (s) => isSilenced(s.edits, shown.ref));
  const count = layerSizes(spec)[layer]!;
  const go = (by: number) =>
    session.playback.select({ layer, neuron: (neuron + by + count) % count });
  return (
    <>
      <span className={styles.head} data-testid="neuron-title">
        {shown.auto && (
          <span className={styles.auto}>
            <Term name={shown.auto === 'decides' ? 'decision' : 'guess'}>{shown.auto}</Term>
          </span>
        )}
        <strong>
          <Title words={spikeWords(spec, run, shown.ref)} />
        </strong>
      </span>
      <span className={styles.buttons}>
        <IconButton label="The neuron before it" onClick={() => go(-1)}>
          <ChevronUp size={15} aria-hidden />
        </IconButton>
        <IconButton label="The neuron after it" onClick={() => go(1)}>
          <ChevronDown size={15} aria-hidden />
        </IconButton>
        <IconButton
          label={silenced ? 'Let it fire again' : 'What if it were silent?'}
          data-testid="silence"
          aria-pressed={silenced}
          onClick={() =>
            silenced ? unsilence(view, shown.ref) : ask(view, { kind: 'silence', ...shown.ref })
          }
        >
          <VolumeX size={15} aria-hidden />
        </IconButton>
        <NeuronExport neuron={shown.ref} />
        {!shown.auto && (
          <IconButton
            label={`Leave ${neuronName(spec, shown.ref)}`}
            onClick={() => session.playback.select(null)}
          >
            <X size={15} aria-hidden />
          </IconButton>
        )}
      </span>
    </>
  );
}

/** "output 7 fires at 0.762, 1st of 10": the number says that it is a time. */
function Title({ words }: { words: string }) {
  const [, before, time, after] = /^(.* at )([\d.]+)(.*)$/.exec(words) ?? [];
  if (!time) return <span>{words}</span>;
  return (
    <>
      <span>{before}</span>
      <Term name="t">
        <span translate="no">{time}</span>
      </Term>
      <span>{after}</span>
    </>
  );
}

/** The panel as a picture, its numbers as data. */
function NeuronExport({ neuron }: { neuron: NeuronRef }) {
  const view = useView();
  const { session } = view;
  const { spec } = session.network.store.getState();
  const tables = [
    {
      label: 'Contributions (CSV)',
      name: 'contributions',
      csv: () => contributionsOf(view, neuron),
    },
    { label: 'Potential (CSV)', name: 'potential', csv: () => potentialCsv(view, neuron) },
  ];
  return (
    <ExportMenu
      what={neuronName(spec, neuron)}
      name={neuronName(spec, neuron).replaceAll(/\W+/g, '-')}
      picture={() => neuronPicture(view, neuron)}
      {...(neuron.layer > 0 && { film: (still: View) => potentialPicture(still, neuron) })}
      tables={neuron.layer === 0 ? [] : tables}
    />
  );
}

type Field = 'incoming' | 'kernel' | 'pixels';

const FIELDS: { value: Field; label: string }[] = [
  { value: 'incoming', label: 'weights' },
  { value: 'pixels', label: 'causes' },
];

const CONVOLUTION_FIELDS: { value: Field; label: string }[] = [
  { value: 'kernel', label: 'weights' },
  { value: 'incoming', label: 'patch' },
  { value: 'pixels', label: 'causes' },
];

function Explained({ neuron }: { neuron: NeuronRef }): ReactNode {
  const view = useView();
  const { session } = view;
  const { spec } = session.network.store.getState();
  const explanation = view.derived.explanation(neuron);
  useStoreOf(langStore);
  const [chosen, setField] = useState<Field>('kernel');
  const [telling, setTelling] = useState<NeuronRef | null>(null);
  const tells = isSameNeuron(telling, neuron);
  const convolution = isConvolution(spec, neuron.layer);
  const fields = convolution ? CONVOLUTION_FIELDS : FIELDS;
  const field = fields.some(({ value }) => value === chosen) ? chosen : fields[0]!.value;
  const silenced = useStoreOf(view.store, (s) => isSilenced(s.edits, neuron));
  const moved = useStoreOf(view.store, (s) => isMoved(s.edits, neuron.layer, neuron.neuron));
  if (!explanation) return null;
  const before = (presynaptic: number) =>
    neuronName(spec, { layer: neuron.layer - 1, neuron: presynaptic });
  const beside = besidesWords(explanation, { silenced, moved });
  const trains = neuron.layer === 1 && !emitsOne(spec);
  return (
    <div className={styles.columns}>
      {tells ? (
        <Telling neuron={neuron} onEnd={() => setTelling(null)} />
      ) : (
        <>
          <p className={styles.why} data-testid="why">
            <Sentence of={whySentence(explanation, before)} />
            {beside.length > 0 && (
              <span className={styles.told}>
                {' '}
                <Sentence of={beside} />
              </span>
            )}
            <ShowWhy neuron={neuron} onShow={() => setTelling(neuron)} />
          </p>
          <p className={`${styles.why} ${styles.told}`} data-testid="how">
            <Sentence of={equationSentence(explanation, trains)} />
          </p>
        </>
      )}
      <PotentialTrace neuron={neuron} />
      <div className={styles.fields}>
        <Segmented
          label="What the picture shows"
          value={field}
          options={fields}
          onChange={setField}
        />
        <ReceptiveField neuron={neuron} show={field} />
      </div>
      <div className={styles.reasons}>
        <div className={styles.firing}>
          <Equation explanation={explanation} m={trains} />
          <EditableNumber
            label="threshold"
            shown={`θ = ${explanation.settings.threshold}`}
            value={explanation.settings.threshold}
            onChange={(value) => ask(view, { kind: 'threshold', value })}
          />
        </div>
        {convolution && <SharedWeights neuron={neuron} />}
        <Contributions neuron={neuron} explanation={explanation} />
      </div>
    </div>
  );
}
