/** Opens a link's text on the page, as putting it into the address does. */
import { said } from '../model/said';
import { shippedModel } from '../session/link/link-state';
import { STAYS } from '../session/link/link-format';
import { PAGE_LINK, type PageLink } from '../view/link/page-format';
import { applyEdits, applyViews } from '../view/link/page-link';
import type { View } from '../view/view';
import { texts } from '../words/lang/texts';
import type { Lesson } from './lesson';

const WORDS = texts(
  {
    noModel: (title: string) =>
      `The lesson “${title}” needs a trained model that has not come, so the page is as it was: look whether you are connected, then open the lesson again.`,
  },
  {
    de: {
      noModel: (title) =>
        `Die Lektion „${title}“ braucht ein trainiertes Modell, das nicht gekommen ist; die Seite ist, wie sie war: prüfe die Verbindung und öffne die Lektion noch einmal.`,
    },
  },
);

/** Brings the page to where a lesson starts; whether it could. A lesson tells of the model that it was made with: without that it does not open. */
export async function openLesson(view: View, { start, title }: Lesson): Promise<boolean> {
  if (!(await openLink(view, start))) return false;
  const wanted = shippedModel(PAGE_LINK.decode(start).state);
  const { origin } = view.session.network.store.getState();
  if (wanted === null || (origin.kind === 'shipped' && origin.name === wanted)) return true;
  view.session.messages.settle('network');
  view.session.messages.error(WORDS().noModel(said(title, 80)), { topic: 'lesson' });
  return false;
}

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
  const could = await view.session.link.open(state);
  if (!could) return false;
  applyViews(view, { ...state, lesson });
  applyEdits(view, state);
  return true;
}
