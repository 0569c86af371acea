import { useEffect, useState } from 'react';
import type { StoreApi } from 'zustand/vanilla';

/**
 * A store's state, at most one render every `interval` milliseconds; at once where `urgent` says so. Training reports
 * come 20 times a second: nobody reads figures that fast, and the page has spikes to draw.
 * `urgent` must not change from render to render.
 */
export function useThrottled<T>(
  store: Pick<StoreApi<T>, 'getState' | 'subscribe'>,
  urgent: (state: T, before: T) => boolean,
  interval = 200,
): T {
  const [state, setState] = useState(store.getState);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let last = performance.now();
    const flush = () => {
      clearTimeout(timer);
      timer = undefined;
      last = performance.now();
      setState(() => store.getState());
    };
    flush();
    const stop = store.subscribe((next, before) => {
      if (urgent(next, before)) flush();
      else timer ??= setTimeout(flush, Math.max(0, interval - (performance.now() - last)));
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [store, urgent, interval]);
  return state;
}
