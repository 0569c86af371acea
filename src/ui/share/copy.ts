import { formatCount } from '../../words/numbers';

/** Longer links than this are cut by some programs. */
const LONG = 2000;

/** Copies `text`; what became of it, in a sentence. */
export async function copy(text: string, what: string): Promise<string> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    return `The browser does not let the page copy: copy it from the field by hand.`;
  }
  const long = text.length > LONG ? ' Some programs cut links that long.' : '';
  return `${what} is copied: ${formatCount(text.length)} characters.${long}`;
}
