import type { SampleRun } from '../../engine/engine';
import { spikeTrain } from '../../model/encode';
import { trainParts } from '../../model/network';
import type { NeuronRef } from '../../session/playback';
import { formatTime, plural } from '../kit/format';
import { useSession, useStoreOf } from '../kit/session-context';
import { Slider } from '../kit/slider';
import { Words } from '../kit/words';
import { isPacked, layerName, neuronName } from '../spikes/names';
import { ask } from '../spikes/what-if';
import styles from './neuron.module.css';
import { ReceptiveField } from './ReceptiveField';

/** An input neuron has no potential: it says what its pixels say, and where it goes. */
export function InputNeuron({ neuron, run }: { neuron: NeuronRef; run: SampleRun }) {
  const session = useSession();
  const spec = useStoreOf(session.network.store, (s) => s.spec);
  const image = useStoreOf(session.stimulus.store, (s) => s.image);
  const { emits } = trainParts(spec);
  const train = spikeTrain(spec, image, neuron.neuron);
  const time = run.layers[0]!.times[neuron.neuron]!;
  const name = neuronName(spec, neuron);
  const grey = (pixel: number) => (image[pixel]! / 255).toFixed(3);
  return (
    <div className={styles.columns}>
      <div className={styles.inputWords}>
        {train.length > 0 && time === Infinity ? (
          <p>It is silenced: nothing that follows has heard of it.</p>
        ) : train.length === 0 ? (
          <p>
            <Words>
              No pixel of {name} is brighter than the cut, {spec.input.cut}: it never spikes and
              costs nothing.
            </Words>
          </p>
        ) : isPacked(spec) ? (
          <>
            <p>
              <Words>
                {plural(train.length, 'pixel')} of {name} {train.length === 1 ? 'is' : 'are'}{' '}
                lit.{' '}
              </Words>
              {emits === 'train' ? (
                <Words>
                  Its train counts as {plural(train.length, 'ramp')} that start together at the
                  average delay, t̄ = {formatTime(time)}, with multiplicity m ={' '}
                  {run.layers[0]!.multiplicity[neuron.neuron]!.toFixed(2)}.
                </Words>
              ) : (
                <Words>
                  It emits one spike in place of their train,{' '}
                  {emits === 'first' ? 'when that begins' : 'at its mean'}: t = {formatTime(time)},
                  however many are lit.
                </Words>
              )}
            </p>
            <ul className={styles.train}>
              {train.map(({ pixel, time: t }) => (
                <li key={pixel}>
                  <Words>
                    pixel {Math.floor(pixel / spec.input.width)}, {pixel % spec.input.width}:
                    intensity {grey(pixel)}, {emits === 'train' ? 'spikes at' : 'due at'}{' '}
                    {formatTime(t)}
                  </Words>
                </li>
              ))}
            </ul>
          </>
        ) : (
          <p>
            <Words>
              Its intensity is {grey(train[0]!.pixel)}, so it spikes at t = 1 −{' '}
              {grey(train[0]!.pixel)} ={' '}
            </Words>
            <strong>{formatTime(time)}</strong>
            <span>: bright is early.</span>
          </p>
        )}
        {time < Infinity && (
          <Slider
            label="what if at"
            value={Number(time.toFixed(3))}
            min={0}
            max={1}
            step={0.005}
            format={formatTime}
            hint="Moves this spike in time; everything downstream follows at once"
            onChange={(t) => ask(session, { kind: 'time', neuron: neuron.neuron, time: t }, true)}
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
