/** A view that stands still but for its time cursor: what a film is drawn from, whatever the page does meanwhile. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import { createPlayback } from '../../session/stimulus/playback';
import type { View } from '../view';
import { createDerived } from './derive';

export interface FilmView {
  view: View;
  /** When the film ends. */
  end: number;
  /** Goes on to a time; while it performs, what comes after that is hidden. */
  playTo: (t: number, performing: boolean) => void;
}

/** The store as it is now. */
const still = <T>(store: StoreApi<T>): StoreApi<T> => createStore<T>(() => store.getState());

export function createFilmView({ session, store, derived }: View): FilmView {
  const { network, spikes, stimulus, maps, training, replay } = session;
  const end = derived.end();
  const testSet = session.testSet();
  const playback = createPlayback();
  const frozen = {
    ...session,
    playback,
    network: { ...network, store: still(network.store) },
    spikes: { ...spikes, store: still(spikes.store) },
    stimulus: { ...stimulus, store: still(stimulus.store) },
    maps: { ...maps, store: still(maps.store) },
    training: { ...training, store: still(training.store), epochs: still(training.epochs) },
    replay: { ...replay, store: still(replay.store) },
    testSet: () => testSet,
  };
  const looks = still(store);
  looks.setState({ hand: null });
  playback.store.setState({ performing: true, t: 0, selected: derived.selected() });
  // The page's axis, which may be longer than these spikes alone would make it.
  const own = Object.assign(createDerived(frozen, looks), { end: () => end });
  return {
    view: { session: frozen, store: looks, derived: own },
    end,
    playTo: (t, performing) => playback.store.setState({ t, performing }),
  };
}
