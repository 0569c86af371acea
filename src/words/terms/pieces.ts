import type { TermName } from './en';

/** A piece of a sentence: words, or a term, which has a sentence of its own. */
export type Piece = string | { term: TermName; words: string };

/** The sentence as one text. */
export const plain = (pieces: readonly Piece[]): string =>
  pieces.map((piece) => (typeof piece === 'string' ? piece : piece.words)).join('');
