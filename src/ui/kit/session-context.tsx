/** The session and how it is looked at, for every panel. */
import { createContext, useCallback, useContext, useMemo, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import type { Session } from '../../session/session';
import type { View } from '../../view/view';
import { changesOf, type Subscribable } from './changes-of';
import { pacedCursor } from './paced-cursor';

export const ViewContext = createContext<View | null>(null);

export function useView(): View {
  const view = useContext(ViewContext);
  if (!view) throw new Error('useView needs a ViewContext around it.');
  return view;
}

export function useSession(): Session {
  return useView().session;
}

/** Re-renders when what the spikes say in words is renewed: at each change, but a few times a second while it trains. */
export function useWordsVersion(): void {
  useStore(useSession().spikes.store, (s) => s.wordsVersion);
}

/** For a canvas that draws what is worked out from the weights: while it trains, they come a few times a second. */
export function useExplained(): Subscribable {
  const { store } = useSession().spikes;
  return useMemo(() => changesOf(store, (s) => s.explained), [store]);
}

/** Milliseconds between two renewals of words that are long to set: nobody reads faster while a pen moves. */
const CALM = 120;

/** As `useWordsVersion`, for what is long to set: the first change at once, those soon after it together. */
export function useThrottledWordsVersion(): void {
  const { store } = useSession().spikes;
  const subscribe = useCallback(
    (renew: () => void) => {
      let last = -Infinity;
      let timer: ReturnType<typeof setTimeout> | undefined;
      const renewNow = () => {
        timer = undefined;
        last = performance.now();
        renew();
      };
      const stop = store.subscribe(({ wordsVersion }, before) => {
        if (wordsVersion === before.wordsVersion || timer !== undefined) return;
        const wait = last + CALM - performance.now();
        if (wait <= 0) renewNow();
        else timer = setTimeout(renewNow, wait);
      });
      return () => {
        stop();
        clearTimeout(timer);
      };
    },
    [store],
  );
  useSyncExternalStore(subscribe, () => store.getState().wordsVersion);
}

/** Times a second that words follow a cursor that plays. */
const READABLE = 10;

/** What is said of the cursor's time, renewed as fast as it can be read while it plays, at once where the cursor is moved. */
export function useCursorWords<T>(select: () => T): T {
  const { store } = useSession().playback;
  const cursor = useMemo(() => pacedCursor(store, READABLE), [store]);
  return useSyncExternalStore(cursor.subscribe, select);
}

/** The selected part of a store; re-renders when it changes (compared with Object.is). */
export const useStoreOf = useStore;
