import { formatCount } from '../../words/numbers';
import { writeClipboard } from '../kit/write-clipboard';

/** Longer links than this are cut by some programs. */
const LONG = 2000;

/** Copies `text`; what became of it, in a sentence. */
export const copy = async (text: string, what: string): Promise<string> =>
  (await copied(text, what)) ??
  'The browser does not let the page copy: copy it from the field by hand.';

/** Copies `text` and says so in a sentence; null where the browser does not let it. */
export async function copied(text: string, what: string): Promise<string | null> {
  try {
    await writeClipboard(text);
  } catch {
    return null;
  }
  const long = text.length > LONG ? ' Some programs cut links that long.' : '';
  return `${what} is copied: ${formatCount(text.length)} characters.${long}`;
}
