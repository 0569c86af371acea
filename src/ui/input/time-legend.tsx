import { timeShare } from '../spikes/draw-raster';
import { usePalette } from '../theme/palette';
import styles from './input.module.css';

/** The scale of time, 0 to 1: the input window. */
export function TimeLegend() {
  const { timeColor } = usePalette();
  const stops = [0, 0.25, 0.5, 0.75, 1].map((t) => timeColor(timeShare(t))).join(', ');
  return (
    <span className={styles.legend}>
      <span>t = 0, ink</span>
      <span
        className={styles.bar}
        style={{ background: `linear-gradient(to right, ${stops})` }}
        aria-hidden
      />
      <span>1, faint</span>
    </span>
  );
}
