/** What the pad shows: the ink, or the spike times it becomes; chosen for drawings and samples apart. */
import type { View } from './view';
import type { PadShows } from './view-state';

export function padShows({ session, store }: View): PadShows {
  return store.getState().pad[session.stimulus.store.getState().kind];
}

export function showOnPad({ session, store }: View, shows: PadShows): void {
  const { kind } = session.stimulus.store.getState();
  store.setState(({ pad }) => ({ pad: { ...pad, [kind]: shows } }));
}

export function swapPad(view: View): void {
  showOnPad(view, padShows(view) === 'ink' ? 'times' : 'ink');
}
