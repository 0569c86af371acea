/** Where messages are told: at the window's lower edge, or in a place of whatever is in front, where they cover nothing. */
import { useCallback } from 'react';
import { createStore } from 'zustand/vanilla';

/** Before the page, which is to stay where it is on the screen when the place grows; after it; or in front of it, as in a dialog. */
export type MessagePlaceKind = 'before' | 'after' | 'front';

export interface MessagePlace {
  element: HTMLElement;
  kind: MessagePlaceKind;
}

/** The last one is in front. */
export const messagePlaces = createStore<{ places: MessagePlace[] }>(() => ({ places: [] }));

/** A ref for an empty element that messages go into. */
export function useMessagePlace(kind: MessagePlaceKind) {
  return useCallback(
    (element: HTMLElement | null) => {
      if (!element) return undefined;
      const place = { element, kind };
      messagePlaces.setState(({ places }) => ({ places: [...places, place] }));
      return () =>
        messagePlaces.setState(({ places }) => ({ places: places.filter((p) => p !== place) }));
    },
    [kind],
  );
}
