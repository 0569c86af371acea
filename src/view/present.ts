/** Showing the page to a room: everything enlarged, or one panel on the whole screen. */
import { fullPanelStore, leaveFullPanel } from './full-panel';
import type { View } from './view';

/** Whether an address such as `?present` opens enlarged: for slides and course pages. A link that is shared never says so. */
export function presentOf(search: string): boolean {
  return new URLSearchParams(search).has('present');
}

export function togglePresentation({ store }: View): void {
  store.setState(({ presenting }) => ({ presenting: !presenting }));
}

/** One step back: out of the full screen, else out of the presentation, else no neuron is selected. */
export function stepBack({ store, session }: View): void {
  if (fullPanelStore.getState().full !== null) leaveFullPanel();
  else if (store.getState().presenting) store.setState({ presenting: false });
  else session.playback.select(null);
}
