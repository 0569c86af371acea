/** Brings the page to where a lesson starts. */
import { said } from '../model/said';
import { shippedModel } from '../session/link/link-state';
import { PAGE_LINK } from '../view/link/page-format';
import type { View } from '../view/view';
import { texts } from '../words/lang/texts';
import type { Lesson } from './lesson';
import { openLink } from './open-link';

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

/** Whether it could. A lesson tells of the model that it was made with: without that it does not open. */
export async function openLesson(view: View, { start, title }: Lesson): Promise<boolean> {
  if (!(await openLink(view, start))) return false;
  const wanted = shippedModel(PAGE_LINK.decode(start).state);
  const { origin } = view.session.network.store.getState();
  if (wanted === null || (origin.kind === 'shipped' && origin.name === wanted)) return true;
  view.session.messages.settle('network');
  view.session.messages.error(WORDS().noModel(said(title, 80)), { topic: 'lesson' });
  return false;
}
