/** The time cursor for what need not follow it at every frame: words that nobody reads so fast, maps that hardly change. */
import type { StoreApi } from 'zustand/vanilla';
import type { PlaybackState } from '../../session/stimulus/playback';
import type { Subscribable } from './changes-of';

/**
 * A cursor that plays is told of at most so many times a second, one that is moved by hand at once; where it comes to rest is always told.
 * @param now milliseconds
 */
export function pacedCursor(
  store: Pick<StoreApi<PlaybackState>, 'subscribe'>,
  perSecond: number,
  now: () => number = () => performance.now(),
): Subscribable {
  return {
    subscribe(listener) {
      let last = -Infinity;
      return store.subscribe((state, before) => {
        if (state.t === before.t && state.playing === before.playing) return;
        const at = now();
        // While it plays the next step comes with the next frame: nothing is left untold for long.
        if (state.playing && at - last < 1000 / perSecond) return;
        last = at;
        listener();
      });
    },
  };
}
