/** The sizes of elements on the page, and when they have to be measured at once. */

/** @param device the pixels of the device that the element's content covers; undefined where the browser does not say */
type Measure = (device?: ResizeObserverSize) => void;

const watched = new Set<Measure>();

/**
 * Calls `measure` whenever the element's size changes, in pixels of the page or of the device, first before the next paint; returns
 * what ends it.
 */
export function watchSize(element: Element, measure: Measure): () => void {
  const observer = new ResizeObserver(([entry]) => measure(entry!.devicePixelContentBoxSize?.[0]));
  try {
    observer.observe(element, { box: 'device-pixel-content-box' });
  } catch {
    // WebKit does not know that box.
    observer.observe(element);
  }
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
