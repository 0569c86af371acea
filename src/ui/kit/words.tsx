/** What a sentence is made of in JSX: words, figures, and what is left out on a condition. */
type Piece = string | number | false | null | undefined;

/**
 * Words with figures among them, as one text in an element of its own. Translators of pages put every text into elements of
 * theirs: React would then renew, or take away, a text that is no longer where it left it.
 */
export function Words({ children }: { children: Piece | readonly Piece[] }) {
  return <span>{[children].flat().filter(isShown).join('')}</span>;
}

const isShown = (piece: Piece | readonly Piece[]): boolean => piece !== false && piece != null;
