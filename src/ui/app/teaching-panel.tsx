import { useState } from 'react';
import { isTeaching } from '../../view/learning';
import { teachingOf } from '../../view/teach/teaching';
import { browserTaught } from '../keep/taught-storage';
import { useStoreOf, useView } from '../kit/session-context';
import { TeachPanel } from '../teach/teach-panel';
import { PanelBoundary } from './panel-boundary';

/** The panel of own classes, where it is open; what was taught is looked for either way. */
export function TeachingPanel() {
  const view = useView();
  const [teaching] = useState(() => teachingOf(view, browserTaught));
  const open = useStoreOf(view.store, isTeaching);
  return (
    open && (
      <PanelBoundary title="Teach it yours">
        <TeachPanel teaching={teaching} />
      </PanelBoundary>
    )
  );
}
