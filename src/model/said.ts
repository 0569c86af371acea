/** Text that comes from outside, as sentences may repeat it: names of files and runs, keys and values of files, links and command lines. */

/** Most characters of it that a sentence repeats. */
export const MOST_SAID = 80;

/** Controls, lone surrogates, line separators, and marks that are not seen or turn the writing round; joined emoji stay whole. */
const UNSEEN = /(?!\u200d)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** U+2400 and on show the ASCII controls by their names: ESC as one sign. */
function symbol(control: string): string {
  const code = control.codePointAt(0)!;
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  return code === 0x7f ? '\u2421' : '\ufffd';
}

/** The text, at most `most` characters of it, each of which can be seen: what is cut off ends in an ellipsis. */
export function said(text: string, most = MOST_SAID): string {
  // A character takes up to two units: no more of a long text is looked at.
  const start = Array.from(text.slice(0, 2 * (most + 1)));
  const whole = start.length <= most;
  return (whole ? start : [...start.slice(0, most - 1), '…']).join('').replaceAll(UNSEEN, symbol);
}
