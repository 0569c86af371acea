import { trainParts } from '../../model/network';
import { useSession, useStoreOf } from '../kit/session-context';
import { timeShare } from '../kit/draw/draw-raster';
import { usePalette } from '../kit/theme/palette';
import styles from './input.module.css';

/** The scale of time over the input window. In a phase train time says more than how much ink a pixel holds. */
export function TimeLegend() {
  const { network } = useSession();
  const latency = useStoreOf(network.store, (s) => trainParts(s.spec).pixel === 'latency');
  const { timeColor } = usePalette();
  const stops = [0, 0.25, 0.5, 0.75, 1].map((t) => timeColor(timeShare(t))).join(', ');
  return (
    <span className={styles.legend}>
      <span>{latency ? 'ink: t = 0, early' : 't = 0, early'}</span>
      <span
        className={styles.bar}
        style={{ background: `linear-gradient(to right, ${stops})` }}
        aria-hidden
      />
      <span>{latency ? 'late, 1: faint' : 'late, 1'}</span>
    </span>
  );
}
