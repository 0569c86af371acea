import { useLayoutEffect } from 'react';

/** Marks the page's root for the style sheets of what stands outside of it, too: `data-NAME`. */
export function useMarked(name: string, on: boolean): void {
  useLayoutEffect(() => {
    const { dataset } = document.documentElement;
    if (!on) return undefined;
    dataset[name] = '';
    return () => void delete dataset[name];
  }, [name, on]);
}
