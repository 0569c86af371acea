import { lazy, Suspense, useState, type ComponentType, type ReactNode } from 'react';

interface Place {
  /** What stands there until the part has come. */
  waiting?: ReactNode;
  /**
   * Puts the part into the boundary that catches what `load` throws; `again` has it loaded once more. Without one that boundary
   * stands further out, and the part is loaded once more when it is put onto the page anew.
   */
  bound?: (part: ReactNode, again: () => void) => ReactNode;
}

/**
 * A component in a file of its own.
 * @param load fails where the file does not come; asked again, it fetches anew (`repeatable`)
 */
export function lazyPart<P extends object>(
  load: () => Promise<ComponentType<P>>,
  { waiting = null, bound = (part) => part }: Place = {},
): ComponentType<P> {
  // React keeps a failure for good: each attempt needs a component of its own.
  const attempt = () =>
    lazy(async () => {
      try {
        return { default: await load() };
      } catch (error) {
        newest = attempt();
        throw error;
      }
    });
  let newest = attempt();
  return function LazyPart(props: P) {
    // The Suspense boundary is inside, so that this component, which keeps the attempt as its state, stays mounted while the part loads.
    const [Part, setPart] = useState(() => newest);
    const part = (
      <Suspense fallback={waiting}>
        <Part {...props} />
      </Suspense>
    );
    return bound(part, () => setPart(() => newest));
  };
}
