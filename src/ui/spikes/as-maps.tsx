import { LayoutGrid, Rows3 } from 'lucide-react';
import { IconButton } from '../kit/button';
import { useStoreOf, useView } from '../kit/session-context';
import { asMaps } from '../kit/draw/layer-draw';
import { layerName } from '../../view/words/names';
import styles from './spikes.module.css';

/** A convolution as maps, an image a channel, or as rows on the time axis. */
export function AsMaps({ layer }: { layer: number }) {
  const view = useView();
  const { session } = view;
  const spec = useStoreOf(session.network.store, (s) => s.spec);
  const maps = useStoreOf(view.store, (s) => asMaps(spec, layer, s));
  const name = layerName(spec, layer);
  return (
    <span className={styles.asMaps}>
      <IconButton
        label={maps ? `Show ${name} as rows on the time axis` : `Show ${name} as maps`}
        onClick={() =>
          view.store.setState(({ asRows }) => ({
            asRows: maps ? [...asRows, layer] : asRows.filter((l) => l !== layer),
          }))
        }
      >
        {maps ? <Rows3 size={13} aria-hidden /> : <LayoutGrid size={13} aria-hidden />}
      </IconButton>
    </span>
  );
}
