/** When the link to the page as it is may have become another. */
import type { View } from '../view';

/** Calls `changed` whenever something that a link carries may have changed; returns what ends it. */
export function onLinkChange(view: View, changed: () => void): () => void {
  const { network, training, data, stimulus, playback } = view.session;
  const stops = [
    network.store.subscribe((s, before) => {
      if (s.spec !== before.spec || s.origin !== before.origin) changed();
    }),
    training.store.subscribe((s, before) => {
      // Of the weights a link says only whether they were trained.
      if (s.settings !== before.settings || s.step > 0 !== before.step > 0) changed();
    }),
    data.store.subscribe((s, before) => {
      if (s.id !== before.id) changed();
    }),
    stimulus.store.subscribe(changed),
    playback.store.subscribe((s, before) => {
      if (s.selected !== before.selected || (!s.playing && s.t !== before.t)) changed();
      else if (s.playing !== before.playing) changed();
    }),
    view.store.subscribe(changed),
  ];
  return () => stops.forEach((stop) => stop());
}
