/** Links as the page reads and writes them: what the session says of itself, then how it is looked at. */
import type { Field } from '../../session/link/link-codecs';
import { linkFormat, type FieldsOf } from '../../session/link/link-format';
import { faultOf, networkOf } from '../../session/link/link-state';
import { LINK, type LinkState } from '../../session/link/link-table';
import { DEFAULT_LINK } from '../../session/link/session-link';
import { eachPart, type PartsLinked } from './parts';

export type PageLink = LinkState & PartsLinked;

const partFields: [string, Field<unknown>][] = eachPart.map(([key, { codec, toLink, initial }]) => [
  key,
  { ...codec, fallback: toLink(initial, DEFAULT_LINK) },
]);

export const PAGE_FIELDS = {
  ...LINK,
  ...Object.fromEntries(partFields),
} as unknown as FieldsOf<PageLink>;

/** What does not go together in a state whose parts are right one by one, without the full stop; null when all does. */
function faultOfPage(state: PageLink): string | null {
  const own = faultOf(state);
  if (own !== null) return own;
  const spec = networkOf(state);
  for (const [key, { fault }] of eachPart) {
    const found = fault?.(state[key], spec);
    if (found) return found;
  }
  return null;
}

const FORMAT = linkFormat<PageLink>(PAGE_FIELDS, faultOfPage, 'lesson');

export const PAGE_LINK: typeof FORMAT = {
  ...FORMAT,
  // `#lesson=3` alone, as people write it.
  decode: (hash, outcome) => FORMAT.decode(hash.replace(/^#?(?=lesson=[^&]*$)/, 'v=1&'), outcome),
};
