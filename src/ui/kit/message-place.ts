/** Where messages are told: at the window's lower edge, or in a place of whatever is in front, where they cover nothing. */
import { useCallback } from 'react';
import { createStore } from 'zustand/vanilla';

export interface MessagePlace {
  element: HTMLElement;
  /** The page below it is to stay where it is on the screen when it grows. */
  holds: boolean;
}

/** The last one is in front. */
export const messagePlaces = createStore<{ places: MessagePlace[] }>(() => ({ places: [] }));

/** A ref for an empty element that messages go into. */
export function useMessagePlace(holds = false) {
  return useCallback(
    (element: HTMLElement | null) => {
      if (!element) return undefined;
      const place = { element, holds };
      messagePlaces.setState(({ places }) => ({ places: [...places, place] }));
      return () =>
        messagePlaces.setState(({ places }) => ({ places: places.filter((p) => p !== place) }));
    },
    [holds],
  );
}
