/** Tells of every change of the page's state, once all that changed together has, and only while what is on show belongs together. */
import { dialogStore } from '../view/dialogs';
import type { View } from '../view/view';

/** @returns ends it */
export function watch(view: View, look: () => void): () => void {
  const { session, store } = view;
  const { spikes, stimulus } = session;
  let asked = false;
  let over = false;
  /** The run that was on show when the image changed: until there is another, answer and image are not of each other. */
  let stale: number | null = null;
  const ask = () => {
    if (asked) return;
    asked = true;
    queueMicrotask(() => {
      asked = false;
      if (!over && stale === null) look();
    });
  };
  const stops = [
    stimulus.store.subscribe(({ image }, before) => {
      if (image !== before.image) stale = spikes.store.getState().version;
      ask();
    }),
    spikes.store.subscribe(({ version }) => {
      if (stale !== null && version > stale) stale = null;
      ask();
    }),
    ...[
      store,
      dialogStore,
      session.playback.store,
      session.network.store,
      session.training.store,
      session.data.store,
      session.slow.store,
      session.forced.store,
      session.robustness.store,
    ].map((each) => each.subscribe(ask)),
  ];
  ask();
  return () => {
    over = true;
    stops.forEach((stop) => stop());
  };
}
