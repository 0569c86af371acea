import type { SampleRun } from '../../engine/engine';
import { isMoved } from '../../model/explain-what-if';
import { spikeTrain } from '../../model/encode';
import { patchGrid, trainParts, type NetworkSpec } from '../../model/network';
import type { NeuronRef } from '../../session/stimulus/playback';
import { formatTime } from '../../words/numbers';
import { langStore } from '../../words/lang/lang';
import type { Patch } from '../kit/term/patch';
import { PatchPicture } from '../kit/term/patch-picture';
import { Sentence } from '../kit/term/sentence';
import { inputSentence, pixelWords } from '../../view/words/input-words';
import { useStoreOf, useView } from '../kit/session-context';
import { Slider } from '../kit/slider';
import { Words } from '../kit/words';
import { isPacked, layerName } from '../../view/words/names';
import { ask } from '../../view/what-if/what-if';
import styles from './neuron.module.css';
import { ReceptiveField } from './receptive-field';

/** An input neuron has no potential: it says what its pixels say, and where it goes. */
export function InputNeuron({ neuron, run }: { neuron: NeuronRef; run: SampleRun }) {
  const view = useView();
  const { session } = view;
  const spec = useStoreOf(session.network.store, (s) => s.spec);
  const image = useStoreOf(session.stimulus.store, (s) => s.image);
  const train = spikeTrain(spec, image, neuron.neuron);
  const time = run.layers[0]!.times[neuron.neuron]!;
  const edits = useStoreOf(view.store, (s) => s.edits);
  useStoreOf(langStore);
  // A what-if may have moved what its pixels say.
  const moved = isMoved(edits, 0, neuron.neuron);
  return (
    <div className={styles.columns}>
      <div className={styles.inputWords}>
        <p data-testid="why">
          <Sentence of={inputSentence(spec, image, neuron.neuron, time === Infinity)} />
        </p>
        {isPacked(spec) && time < Infinity && (
          <>
            {trainParts(spec).emits === 'train' && (
              <PatchPicture of={patchOf(spec, image, neuron.neuron)} />
            )}
            <ul className={styles.train}>
              {train.map((spike) => (
                <li key={spike.pixel}>{pixelWords(spec, image, spike)}</li>
              ))}
            </ul>
          </>
        )}
        {moved && time < Infinity && (
          <p data-testid="moved-spike">
            <span>The what-if moves it to </span>
            <strong translate="no">{formatTime(time)}</strong>
            <span>.</span>
          </p>
        )}
        {time < Infinity && (
          <Slider
            label="what if at"
            value={Math.round(time * 1000) / 1000}
            min={0}
            max={1}
            step={0.005}
            format={formatTime}
            hint="Moves this spike in time; everything downstream follows at once"
            onChange={(t) =>
              ask(view, { kind: 'time', layer: 0, neuron: neuron.neuron, time: t }, true)
            }
          />
        )}
        <p>
          <Words>
            The image shows the weights with which it reaches {layerName(spec, 1)}. Orange pushes a
            neuron to fire, blue holds it back.
          </Words>
        </p>
      </div>
      <ReceptiveField neuron={neuron} show="outgoing" />
    </div>
  );
}

/** The patch of an input neuron as the picture shows it. */
function patchOf(spec: NetworkSpec, image: Uint8Array, neuron: number): Patch {
  const { kernel, stride } = spec.coding;
  const { columns } = patchGrid(spec);
  const [left, top] = [(neuron % columns) * stride, Math.floor(neuron / columns) * stride];
  const pixel = (p: number) =>
    (top + Math.floor(p / kernel)) * spec.input.width + left + (p % kernel);
  return {
    side: kernel,
    ink: Array.from({ length: kernel * kernel }, (_, p) => image[pixel(p)]! / 255),
    times: spikeTrain(spec, image, neuron).map(({ time }) => time),
  };
}
