import type { ReactNode } from 'react';
import styles from './progress-line.module.css';

interface Props {
  label: string;
  /** [0, 1] */
  value: number;
  /** How far it is, in words: said aloud when they change. */
  children: ReactNode;
  testId: string;
}

/** How far something is that takes long, as a bar and in words. */
export function ProgressLine({ label, value, children, testId }: Props) {
  return (
    <div className={styles.line} data-testid={testId}>
      <progress value={value} max={1} aria-label={label} />
      <span role="status">{children}</span>
    </div>
  );
}
