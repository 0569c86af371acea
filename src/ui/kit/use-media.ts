import { useCallback, useSyncExternalStore } from 'react';
import { isPrinting } from './paper';

const known = new Map<string, boolean>();

/** While printing, a browser evaluates media queries for the paper. These are meant for windows: the last answer is kept meanwhile. */
function matches(query: string): boolean {
  if (!isPrinting() || !known.has(query)) known.set(query, matchMedia(query).matches);
  return known.get(query)!;
}

/** Whether a media query holds; re-renders when that changes. */
export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const media = matchMedia(query);
      media.addEventListener('change', listener);
      return () => media.removeEventListener('change', listener);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => matches(query));
}

/** Two columns in place of three. */
export const NARROW = '(max-width: 1099px)';

/** Tabs in place of columns: a phone, upright or on its side, and any window as small. The style sheets say it in the same words. */
export const TABBED = '(max-width: 699px), (max-width: 959px) and (max-height: 479px)';

/** What points is a finger. */
export const FINGERS = '(pointer: coarse)';
