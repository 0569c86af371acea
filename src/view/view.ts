/** What the page looks at: made once for a session, beside it, and given to every panel. */
import type { StoreApi } from 'zustand/vanilla';
import type { Session } from '../session/session';
import type { Teach } from '../session/teach/teach';
import type { Derived } from './scene/derive';
import type { OwnEditor } from './plane/own-editor';
import type { ViewState } from './view-state';

export interface View {
  session: Session;
  /** What a person has chosen to look at, and how. */
  store: StoreApi<ViewState>;
  /** What is worked out from the session and the choices, once a change. */
  derived: Derived;
  /** Laying own points; made, and its script fetched, with the plane (plane/own-editor.ts). */
  ownEditor?: OwnEditor;
  /** Own classes; made, and its script fetched, after the first answer (teach/teaching.ts). */
  teaching?: Teach;
}
