import { layerCount } from '../../../model/network';
import { useStoreOf, useWordsVersion, useView } from '../../kit/session-context';
import { decisionWords } from '../../../view/words/spike-words';
import { Deadline } from './deadline';
import { LayerMap } from './layer-map';
import styles from './timemap.module.css';

/** Every layer coloured by first spike time, and the deadline: what an earlier answer would have been. */
export function TimeMap() {
  const view = useView();
  const { session } = view;
  const depth = useStoreOf(session.network.store, (s) => layerCount(s.spec));
  useWordsVersion();
  useStoreOf(view.store, (s) => s.edits);
  const { spec, run, answer, blank } = view.derived.told();
  const words = run && answer ? decisionWords(spec, run, answer, blank) : null;
  return (
    <div className={styles.map}>
      <p className={styles.outcome}>
        {words && (
          <>
            <strong>{words.title}</strong>
            <span>{` ${words.detail}`}</span>
          </>
        )}
      </p>
      <div className={styles.grids}>
        {Array.from({ length: depth }, (_, layer) => (
          <LayerMap key={layer} layer={layer} />
        ))}
      </div>
      <LayerMap layer={depth} />
      <Deadline />
    </div>
  );
}
