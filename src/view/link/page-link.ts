/** A link to the page as it is, and the page as a link says. */
import { fillPinned } from '../scene/pinned';
import type { View } from '../view';
import { awaitEdits } from '../what-if/follow-changes';
import type { PageLink } from './page-format';
import { eachPart, type PartsLinked, type PartStates } from './parts';

export function captureLink({ session, store }: View): PageLink {
  const said = session.link.capture();
  const state = store.getState();
  const parts = eachPart.map(([key, { toLink }]) => [key, toLink(state[key], said)]);
  return { ...said, ...(Object.fromEntries(parts) as unknown as PartsLinked) };
}

/** Sets how the page is looked at as a link says, but for its what-ifs; the session opens the rest. */
export function applyViews(view: View, link: PageLink): void {
  const parts = eachPart.map(([key, { fromLink }]) => [key, fromLink(link[key], link)]);
  const { edits: _, ...now } = Object.fromEntries(parts) as unknown as PartStates;
  view.store.setState(now);
  fillPinned(view);
}

/** Sets the what-ifs of a link that the session has opened; they wait for its image where that is still to come. */
export function applyEdits(view: View, { edits, draw, of: role, sample: index }: PageLink): void {
  const image = draw === null ? { role, index } : 'drawing';
  awaitEdits(view, edits.length === 0 ? null : { edits, image });
}
