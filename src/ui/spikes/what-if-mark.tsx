import { Mark } from '../kit/mark';
import { useSession, useStoreOf } from '../kit/session-context';
import { derivedOf } from '../../view/scene/derive';
import { spikesView } from '../../view/spikes-view';

/** Beside an answer that is a what-if's; nothing without one. */
export function WhatIfMark() {
  const session = useSession();
  useStoreOf(spikesView(session), (s) => s.edits);
  return derivedOf(session).whatIf() && <Mark>what if</Mark>;
}
