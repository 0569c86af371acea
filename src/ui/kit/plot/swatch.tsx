import type { Stroke } from '../../../view/curves/strokes';
import styles from './swatch.module.css';

/** A line as it is drawn in the chart. */
export function Swatch({ line }: { line: Stroke }) {
  return (
    <svg className={styles.swatch} width="18" height="8" aria-hidden>
      <line
        x1="0"
        x2="18"
        y1="4"
        y2="4"
        style={{ stroke: line.color, strokeDasharray: line.dash, strokeWidth: line.width }}
      />
    </svg>
  );
}
