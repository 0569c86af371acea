/** What the page looks at: made once for a session, beside it, and given to every panel. */
import type { StoreApi } from 'zustand/vanilla';
import type { Session } from '../session/session';
import { createDerived, type Derived } from './scene/derive';
import { createViewStore, type ViewState } from './view-state';

export interface View {
  session: Session;
  /** What a person has chosen to look at, and how. */
  store: StoreApi<ViewState>;
  /** What is worked out from the session and the choices, once a change. */
  derived: Derived;
}

/** @param start what differs from how a page is usually opened */
export function createView(session: Session, start: Partial<ViewState> = {}): View {
  const store = createViewStore(start);
  return { session, store, derived: createDerived(session, store) };
}
