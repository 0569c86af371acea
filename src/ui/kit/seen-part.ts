import { useLayoutEffect, useState } from 'react';

/** Of a frame the part in sight: pixels from the top of what the frame shows. */
export interface SeenPart {
  top: number;
  bottom: number;
}

/** Tells once which part of a frame is in sight; of one that is out of sight it tells nothing. */
export function lookAtSeenPart(root: Element, tell: (seen: SeenPart) => void): () => void {
  // Only an observer sees through the borders between pages; it says at once how things are, and is then done.
  const observer = new IntersectionObserver(([entry]) => {
    observer.disconnect();
    const { top, bottom, height } = entry!.intersectionRect;
    if (height > 0) tell({ top: Math.round(top), bottom: Math.round(bottom) });
  });
  observer.observe(root);
  return () => observer.disconnect();
}

/** Room left free at the edges of what is in sight. */
const MARGIN = 8;

/** How far from the window's edges a sheet beside its button stays: of a high frame it keeps to the part in sight, which the page around may not be scrolled to show. */
export function useCollisionPadding(): {
  top: number;
  right: number;
  bottom: number;
  left: number;
} {
  const [padding, setPadding] = useState({
    top: MARGIN,
    right: MARGIN,
    bottom: MARGIN,
    left: MARGIN,
  });
  useLayoutEffect(() => {
    if (window.parent === window) return;
    return lookAtSeenPart(document.documentElement, ({ top, bottom }) =>
      setPadding({
        top: MARGIN + Math.max(0, top),
        right: MARGIN,
        bottom: MARGIN + Math.max(0, window.innerHeight - bottom),
        left: MARGIN,
      }),
    );
  }, []);
  return padding;
}
