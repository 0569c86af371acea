/** Opens a link's text on the page, as putting it into the address does. */
import { STAYS } from '../session/link/link-format';
import { PAGE_LINK, type PageLink } from '../view/link/page-format';
import { applyEdits, applyViews } from '../view/link/page-link';
import type { View } from '../view/view';
import { replacingPage } from '../view/what-if/follow-changes';

/** Whether the page could be what the link says; where it could not, a sentence says why, and the page stays as it is. */
export async function openLink(view: View, text: string): Promise<boolean> {
  const { state, problem } = PAGE_LINK.decode(text, STAYS);
  if (problem !== null) {
    view.session.messages.error(problem, { topic: 'lesson' });
    return false;
  }
  return openState(view, state);
}

/** A lesson that is open stays open, whatever the link says of lessons. */
export async function openState(view: View, state: PageLink): Promise<boolean> {
  const { lesson } = view.store.getState();
  const could = await replacingPage(view, () => view.session.link.open(state));
  if (!could) return false;
  applyViews(view, { ...state, lesson });
  applyEdits(view, state);
  return true;
}
