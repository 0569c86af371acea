import type { SampleRun } from '../../engine/engine';
import { isMoved } from '../../model/explain-what-if';
import { encode, spikeTrain } from '../../model/encode';
import { trainParts } from '../../model/network';
import type { NeuronRef } from '../../session/stimulus/playback';
import { formatTime, plural, formatNumber, verb } from '../../words/numbers';
import { useStoreOf, useView } from '../kit/session-context';
import { Slider } from '../kit/slider';
import { Words } from '../kit/words';
import { isPacked, layerName, neuronName, placeWords } from '../../view/words/names';
import { ask } from '../../view/what-if/what-if';
import styles from './neuron.module.css';
import { ReceptiveField } from './receptive-field';

/** An input neuron has no potential: it says what its pixels say, and where it goes. */
export function InputNeuron({ neuron, run }: { neuron: NeuronRef; run: SampleRun }) {
  const view = useView();
  const { session } = view;
  const spec = useStoreOf(session.network.store, (s) => s.spec);
  const image = useStoreOf(session.stimulus.store, (s) => s.image);
  const { emits } = trainParts(spec);
  const train = spikeTrain(spec, image, neuron.neuron);
  const time = run.layers[0]!.times[neuron.neuron]!;
  const edits = useStoreOf(view.store, (s) => s.edits);
  // What its pixels say; a what-if may have moved it since.
  const { times, multiplicity } = encode(spec, image);
  const own = times[neuron.neuron]!;
  const moved = isMoved(edits, 0, neuron.neuron);
  const name = neuronName(spec, neuron);
  const grey = (pixel: number) => formatNumber(image[pixel]! / 255, 3);
  return (
    <div className={styles.columns}>
      <div className={styles.inputWords}>
        {train.length > 0 && time === Infinity ? (
          <p>It is silenced: nothing that follows has heard of it.</p>
        ) : train.length === 0 ? (
          <p>
            <Words>
              {name} is paper: no more ink than the cut, {spec.input.cut}. It never spikes and costs
              nothing.
            </Words>
          </p>
        ) : isPacked(spec) ? (
          <>
            <p>
              <Words>
                {plural(train.length, 'pixel')} of {name} {verb(train.length, 'holds', 'hold')}{' '}
                ink.{' '}
              </Words>
              {emits === 'train' ? (
                <Words>
                  Its train counts as {plural(train.length, 'ramp')} that start together at the
                  average delay, t̄ = {formatTime(own)}, with multiplicity m ={' '}
                  {formatNumber(multiplicity[neuron.neuron]!, 2)}.
                </Words>
              ) : (
                <Words>
                  It emits one spike in place of their train,{' '}
                  {emits === 'first' ? 'when that begins' : 'at its mean'}: t = {formatTime(own)},
                  however many hold ink.
                </Words>
              )}
            </p>
            <ul className={styles.train}>
              {train.map(({ pixel, time: t }) => (
                <li key={pixel}>
                  <Words>
                    pixel{' '}
                    {placeWords({
                      x: pixel % spec.input.width,
                      y: Math.floor(pixel / spec.input.width),
                    })}
                    : ink {grey(pixel)}, {emits === 'train' ? 'spikes at' : 'due at'}{' '}
                    {formatTime(t)}
                  </Words>
                </li>
              ))}
            </ul>
          </>
        ) : (
          <p>
            <Words>
              It holds ink of {grey(train[0]!.pixel)} (paper 0, full 1), so it spikes at t = 1 −{' '}
              {grey(train[0]!.pixel)} ={' '}
            </Words>
            <strong>{formatTime(own)}</strong>
            <span>: ink is early.</span>
          </p>
        )}
        {moved && time < Infinity && (
          <p data-testid="moved-spike">
            <span>The what-if moves it to </span>
            <strong>{formatTime(time)}</strong>
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
