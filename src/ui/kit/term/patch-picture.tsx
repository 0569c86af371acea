import { averageDelay, INK, PICTURE, RAMP, TRAIN } from './patch';
import { PATCH_WORDS } from './patch-words';
import { useTexts } from '../lang/use-texts';
import styles from './patch-picture.module.css';

const CELL = 15;
const SIDE = 4;

/** One patch of 4 x 4 pixels: its ink, the train of spikes that becomes of it, and the one ramp by which that acts. */
export function PatchPicture() {
  const words = useTexts(PATCH_WORDS);
  const { width, height, axis, base, top } = PICTURE;
  return (
    <figure className={styles.figure}>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={words.says}>
        {INK.map((ink, p) => (
          <rect
            // oxlint-disable-next-line react/no-array-index-key -- a pixel is its place
            key={p}
            className={styles.pixel}
            x={4 + (p % SIDE) * CELL}
            y={20 + Math.floor(p / SIDE) * CELL}
            width={CELL - 1}
            height={CELL - 1}
            style={{ '--ink-of': `${Math.round(ink * 100)}%` } as React.CSSProperties}
          />
        ))}
        <text x={4} y={13}>
          {words.pixels}
        </text>
        <text x={axis(0)} y={13}>
          {words.train}
        </text>
        {TRAIN.map((t) => (
          <line key={t} className={styles.spike} x1={axis(t)} x2={axis(t)} y1={20} y2={32} />
        ))}
        <line className={styles.axis} x1={axis(0)} x2={axis(1.25)} y1={32} y2={32} />
        <line
          className={styles.mean}
          x1={axis(averageDelay)}
          x2={axis(averageDelay)}
          y1={18}
          y2={base}
        />
        <path
          className={styles.each}
          d={`M${RAMP.each.map(([t, v]) => `${axis(t)} ${base - v * (base - top)}`).join('L')}`}
        />
        <path
          className={styles.one}
          d={`M${RAMP.one.map(([t, v]) => `${axis(t)} ${base - v * (base - top)}`).join('L')}`}
        />
        <line className={styles.axis} x1={axis(0)} x2={axis(1.25)} y1={base} y2={base} />
        <text x={axis(averageDelay) + 3} y={base + 11}>
          t̄
        </text>
        <text x={axis(0)} y={base + 11}>
          0
        </text>
        <text x={axis(1) - 3} y={base + 11}>
          1
        </text>
      </svg>
      <figcaption>{words.caption}</figcaption>
    </figure>
  );
}
