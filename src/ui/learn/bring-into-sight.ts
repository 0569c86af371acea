/**
 * Scrolls the lesson, never the page, so that what is told is seen from its beginning, and as much of what follows as there is room for.
 * @param last the last of what follows
 */
export function bringIntoSight(told: Element, last = told): void {
  const scroller = told.closest('[data-testid="lesson"]');
  if (!scroller) return;
  const outer = scroller.getBoundingClientRect();
  const hidden = last.getBoundingClientRect().bottom - outer.bottom;
  const above = told.getBoundingClientRect().top - outer.top;
  if (hidden > 0) scroller.scrollTop += Math.min(hidden, above);
}
