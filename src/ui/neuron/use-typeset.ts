import { useEffect, useState } from 'react';
import { repeatable } from '../kit/repeatable';

type Typeset = (tex: string, into: HTMLElement) => void;

const fetchTypeset = repeatable(() => import('./typeset'));

let loaded: Typeset | null = null;

/** KaTeX once it is here; null until then: the page's own setting stays. Where it does not come, the next equation asks again. */
export function useTypeset(): Typeset | null {
  const [known, setKnown] = useState(loaded !== null);
  useEffect(() => {
    if (known) return;
    let mounted = true;
    fetchTypeset().then(
      ({ typeset }) => {
        loaded = typeset;
        if (mounted) setKnown(true);
      },
      () => undefined,
    );
    return () => {
      mounted = false;
    };
  }, [known]);
  return known ? loaded : null;
}
