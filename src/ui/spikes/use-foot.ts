import { useLayoutEffect, useRef, type RefObject } from 'react';
import { watchSize } from '../kit/watch-size';

/**
 * Tells the panel how high what stands below the rasters is, as `--foot`, before it is painted: when a what-if or another line comes, the
 * panel grows by it at its neighbour's cost, and the rasters' rows stay where they are.
 */
export function useFoot(): RefObject<HTMLDivElement | null> {
  const foot = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = foot.current;
    const panel = element?.closest<HTMLElement>('section');
    if (!element || !panel) return undefined;
    return watchSize(element, () => panel.style.setProperty('--foot', `${element.offsetHeight}px`));
  }, []);
  return foot;
}
