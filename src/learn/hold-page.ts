/** Holds the page as it is when a lesson opens, so that all that the lesson changes can be put back. */
import { closeDialog } from '../view/dialogs';
import { PAGE_LINK } from '../view/link/page-format';
import { captureLink } from '../view/link/page-link';
import type { View } from '../view/view';
import { replacingPage } from '../view/what-if/follow-changes';
import { openLink } from './open-link';

export interface HeldPage {
  /** What a link to it would be: after the page was loaded again, that is all there is of it. */
  link: string;
  /** Puts the page back; resolves to whether it could. */
  putBack: () => Promise<boolean>;
  /** Whether something was made since that a person may want to keep: a drawing, what-ifs, a trained network. */
  isMore: () => boolean;
}

/** A link to the page without its lesson. */
export const linkNow = (view: View): string =>
  PAGE_LINK.encode({ ...captureLink(view), lesson: null });

export async function holdPage(view: View): Promise<HeldPage> {
  const { session, store } = view;
  const { strokes } = session.stimulus.store.getState();
  const { weights } = session.network.store.getState();
  const looks = store.getState();
  const link = linkNow(view);
  const putBack = await session.hold();
  return {
    link,
    async putBack() {
      session.slow.close();
      closeDialog();
      if (!(await replacingPage(view, putBack))) return false;
      const { lesson, learning, embed, presenting } = store.getState();
      store.setState({ ...looks, lesson, learning, embed, presenting, hand: null, awaited: null });
      return true;
    },
    isMore: () => isMade(view, { strokes, edits: looks.edits, weights }),
  };
}

/** The same for a page that was loaded again meanwhile: as far as a link brings it back. */
export const heldAs = (view: View, link: string): HeldPage => ({
  link,
  putBack: () => openLink(view, link),
  isMore: () => isMade(view, { strokes: [], edits: [], weights: null }),
});

interface Made {
  strokes: readonly unknown[];
  edits: readonly unknown[];
  weights: readonly unknown[] | null;
}

function isMade({ session, store }: View, before: Made): boolean {
  const { strokes } = session.stimulus.store.getState();
  const { edits } = store.getState();
  const { weights } = session.network.store.getState();
  const trained = session.training.store.getState().step > 0;
  return (
    (strokes.length > 0 && strokes !== before.strokes) ||
    (edits.length > 0 && edits !== before.edits) ||
    (trained && weights !== before.weights)
  );
}
