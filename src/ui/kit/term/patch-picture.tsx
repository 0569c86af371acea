import type { CSSProperties } from 'react';
import { useTexts } from '../lang/use-texts';
import { EXAMPLE, PLACE, rampsOf, type Patch } from './patch';
import styles from './patch-picture.module.css';
import { PATCH_WORDS } from './patch-words';

const SIZE = 60;

/** One patch of pixels: its ink, the train of spikes that becomes of it, and the one ramp by which that acts. @param of an example unless given */
export function PatchPicture({ of = EXAMPLE }: { of?: Patch }) {
  const words = useTexts(PATCH_WORDS);
  const { width, height, axis, base, top } = PLACE;
  const { mean, each, one } = rampsOf(of);
  const cell = SIZE / of.side;
  const path = (line: typeof each) =>
    `M${line.map(([t, v]) => `${axis(t)} ${base - v * (base - top)}`).join('L')}`;
  return (
    <figure className={styles.figure} data-testid="patch-picture">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={words.says(of.ink.length)}>
        <text x={4} y={13}>
          {words.pixels(of.ink.length)}
        </text>
        {of.ink.map((ink, p) => (
          <rect
            // oxlint-disable-next-line react/no-array-index-key -- a pixel is its place
            key={p}
            className={styles.pixel}
            x={4 + (p % of.side) * cell}
            y={20 + Math.floor(p / of.side) * cell}
            width={cell - 1}
            height={cell - 1}
            style={{ '--ink-of': `${Math.round(ink * 100)}%` } as CSSProperties}
          />
        ))}
        <text x={axis(0)} y={13}>
          {words.train}
        </text>
        {[...new Set(of.times)].map((t) => (
          <line key={t} className={styles.spike} x1={axis(t)} x2={axis(t)} y1={20} y2={32} />
        ))}
        <line className={styles.axis} x1={axis(0)} x2={axis(1.25)} y1={32} y2={32} />
        <line className={styles.mean} x1={axis(mean)} x2={axis(mean)} y1={18} y2={base} />
        <path className={styles.each} d={path(each)} />
        <path className={styles.one} d={path(one)} />
        <line className={styles.axis} x1={axis(0)} x2={axis(1.25)} y1={base} y2={base} />
        <text x={axis(mean) + 3} y={base + 11}>
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
