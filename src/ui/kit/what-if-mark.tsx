import { Mark } from './mark';
import { useSession, useStoreOf } from './session-context';
import { derivedOf } from '../../view/scene/derive';
import { spikesView } from '../../view/spikes-view';

/** Beside an answer that is a what-if's; nothing without one. */
export function WhatIfMark() {
  const session = useSession();
  useStoreOf(spikesView(session), (s) => s.edits);
  return derivedOf(session).whatIf() && <Mark>what if</Mark>;
}
