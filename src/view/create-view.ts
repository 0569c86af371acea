/** Makes the view of a session. Whatever the session does from then on, the view follows, whichever panels are there. */
import type { Session } from '../session/session';
import { followSelection } from './neuron/follow-selection';
import { createDerived } from './scene/derive';
import { followPinned } from './scene/pinned';
import type { View } from './view';
import { createViewStore, type ViewState } from './view-state';
import { followChanges } from './what-if/follow-changes';
import { followWhatIfs } from './what-if/suppose-maps';

/** @param start what differs from how a page is usually opened */
export function createView(session: Session, start: Partial<ViewState> = {}): View {
  const store = createViewStore(start);
  const view = { session, store, derived: createDerived(session, store) };
  followChanges(view);
  followPinned(view);
  followSelection(session);
  followImage(session);
  followWhatIfs(view);
  return view;
}

/** A performance is of one image: of another, all is shown. The first one may come later than a link that opens at the start. */
function followImage({ stimulus, playback }: Session): void {
  stimulus.store.subscribe(({ image }, before) => {
    const another = before.image !== null && image !== before.image;
    if (another && playback.store.getState().performing) playback.reveal();
  });
}
