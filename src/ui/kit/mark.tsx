import styles from './mark.module.css';

/** Beside an answer that is not simply the network's: a few words in a frame that say why. */
export function Mark({ children }: { children: string }) {
  return <span className={styles.mark}>{children}</span>;
}
