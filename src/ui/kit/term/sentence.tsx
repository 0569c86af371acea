import type { Piece } from '../../../words/terms/pieces';
import { Term } from './term';

/** A sentence whose terms explain themselves. */
export function Sentence({ of }: { of: readonly Piece[] }) {
  return (
    <>
      {of.map((piece, n) =>
        typeof piece === 'string' ? (
          // oxlint-disable-next-line react/no-array-index-key -- a piece is its place
          <span key={n}>{piece}</span>
        ) : (
          // oxlint-disable-next-line react/no-array-index-key -- a piece is its place
          <Term key={n} name={piece.term}>
            {piece.words}
          </Term>
        ),
      )}
    </>
  );
}
