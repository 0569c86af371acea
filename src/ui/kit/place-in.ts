import { pageZoom } from './pixel-ratio';

/** Where a pointer is within an element, in the element's own pixels, which a presentation shows larger than the window's. */
export function placeIn(
  element: Element,
  { clientX, clientY }: { clientX: number; clientY: number },
): { x: number; y: number } {
  const box = element.getBoundingClientRect();
  const zoom = pageZoom();
  return { x: (clientX - box.left) / zoom, y: (clientY - box.top) / zoom };
}
