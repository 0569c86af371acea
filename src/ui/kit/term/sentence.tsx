import type { Piece } from '../../../words/terms/pieces';
import { Term } from './term';
import styles from './term.module.css';

/** What stands at the end of a word: no line begins with it. */
const END = /^[.,;:)]+/;

/** A sentence whose terms explain themselves. */
export function Sentence({ of }: { of: readonly Piece[] }) {
  return (
    <>
      {of.map((piece, n) => {
        if (typeof piece !== 'string') {
          const next = of[n + 1];
          const [end = ''] = typeof next === 'string' ? (END.exec(next) ?? []) : [];
          return (
            // oxlint-disable-next-line react/no-array-index-key -- a piece is its place
            <span key={n} className={styles.kept}>
              <Term name={piece.term}>{piece.words}</Term>
              {end && <span>{end}</span>}
            </span>
          );
        }
        const words = n > 0 && typeof of[n - 1] !== 'string' ? piece.replace(END, '') : piece;
        // oxlint-disable-next-line react/no-array-index-key -- a piece is its place
        return <span key={n}>{words}</span>;
      })}
    </>
  );
}
