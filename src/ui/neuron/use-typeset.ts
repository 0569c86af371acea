import { useEffect, useState } from 'react';

type Typeset = (tex: string, into: HTMLElement) => void;

let loaded: Typeset | null = null;
let loading: Promise<void> | null = null;

/** KaTeX once it is here; null until then, and for good where it could not be fetched: the page's own setting stays. */
export function useTypeset(): Typeset | null {
  const [known, setKnown] = useState(loaded !== null);
  useEffect(() => {
    if (known) return;
    let mounted = true;
    loading ??= import('./typeset').then(
      (module) => {
        loaded = module.typeset;
      },
      () => {
        // Offline: asked for again when the next equation is shown.
        loading = null;
      },
    );
    void loading.then(() => mounted && setKnown(loaded !== null));
    return () => {
      mounted = false;
    };
  }, [known]);
  return known ? loaded : null;
}
