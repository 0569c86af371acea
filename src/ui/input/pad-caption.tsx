import { useStoreOf, useView } from '../kit/session-context';
import { isPacked } from '../../view/words/names';
import type { Scene } from './scene';
import { describeNeuron } from './spike-image';
import { TimeLegend } from './time-legend';
import styles from './input.module.css';

/** The scale of time, or what is under the pointer: here, and in the input's raster alike. */
export function PadCaption({ scene }: { scene: Scene }) {
  const view = useView();
  const { session } = view;
  const { network, playback, stimulus } = session;
  const hovered = useStoreOf(playback.store, (s) => s.hovered);
  useStoreOf(stimulus.store, (s) => s.image);
  useStoreOf(network.store, (s) => s.spec);
  useStoreOf(view.store, (s) => s.edits);
  const image = scene.spikeImage();
  const known = hovered?.layer === 0 && hovered.neuron < image.volley.times.length;
  return (
    <div className={styles.caption} data-packed={isPacked(image.spec)}>
      {known ? <span>{describeNeuron(image, hovered.neuron)}</span> : <TimeLegend />}
    </div>
  );
}
