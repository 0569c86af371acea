import { useSession, useStoreOf } from '../kit/session-context';
import { asMaps } from './layer-draw';
import styles from './spikes.module.css';
import { spikesView } from './view';

/** A convolution as maps, an image a channel, or as rows on the time axis. */
export function AsMaps({ layer }: { layer: number }) {
  const session = useSession();
  const spec = useStoreOf(session.network.store, (s) => s.spec);
  const view = useStoreOf(spikesView(session));
  const maps = asMaps(spec, layer, view);
  return (
    <button
      type="button"
      className={styles.rows}
      title={
        maps
          ? 'Draw a row a neuron on the time axis'
          : 'Draw a small image a channel, coloured by spike time'
      }
      onClick={() =>
        spikesView(session).setState(({ asRows }) => ({
          asRows: maps ? [...asRows, layer] : asRows.filter((l) => l !== layer),
        }))
      }
    >
      {maps ? 'show as rows' : 'show as maps'}
    </button>
  );
}
