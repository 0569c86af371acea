import { layerPlans } from '../../model/layers';
import type { NeuronRef } from '../../session/stimulus/playback';
import { useSession, useStoreOf } from '../kit/session-context';
import { Words } from '../kit/words';
import { layerName, mapPlace, placeWords } from '../../view/words/names';
import { fieldFrame } from '../../view/layout/field-frame';
import styles from './neuron.module.css';
import { formatCount } from '../../words/numbers';

/** Where a convolution's neuron looks, and that its weights are not its own. */
export function SharedWeights({ neuron }: { neuron: NeuronRef }) {
  const session = useSession();
  const spec = useStoreOf(session.network.store, (s) => s.spec);
  const place = mapPlace(spec, neuron);
  const frame = fieldFrame(spec, neuron, neuron.layer - 1);
  if (!place || !frame) return null;
  const { positions, patch } = layerPlans(spec)[neuron.layer - 1]!;
  const { kernel, before } = patch!;
  const channels = before.channels > 1 ? ` of all ${before.channels} channels` : '';
  return (
    <p className={styles.told} data-testid="shared-weights">
      <Words>
        It sees {kernel} x {kernel}
        {channels} of {layerName(spec, neuron.layer - 1)}, from {placeWords(frame)}. Its weights are
        those of channel {place.channel}
        {positions > 1 &&
          ` at all ${formatCount(positions)} positions: changing one changes it everywhere`}
        .
      </Words>
    </p>
  );
}
