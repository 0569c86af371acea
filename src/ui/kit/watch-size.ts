/** The sizes of elements on the page, and when they have to be measured at once. */

const watched = new Set<() => void>();

/** Calls `measure` whenever the element's size changes, first before the next paint; returns what ends it. */
export function watchSize(element: Element, measure: () => void): () => void {
  const observer = new ResizeObserver(measure);
  observer.observe(element);
  watched.add(measure);
  return () => {
    observer.disconnect();
    watched.delete(measure);
  };
}

/** Measures all of them now: before a print there is no frame in which an observer would report. */
export function measureNow(): void {
  for (const measure of watched) measure();
}
