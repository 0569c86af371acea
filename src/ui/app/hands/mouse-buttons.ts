/**
 * The main button of a mouse goes down and up by itself, whichever others are held. Browsers report only the first press and
 * the last release of several buttons as such, and what is between as moves: a gesture would go on without its button.
 */
export function watchButtons(): () => void {
  const onMove = (event: PointerEvent) => {
    const { pointerType, button, buttons, target } = event;
    // A move of the main button tells of a change of it; without another one held it is no such move.
    if (pointerType !== 'mouse' || button !== 0 || (buttons & ~1) === 0) return;
    event.stopPropagation();
    target?.dispatchEvent(new PointerEvent(buttons & 1 ? 'pointerdown' : 'pointerup', event));
  };
  window.addEventListener('pointermove', onMove, true);
  return () => window.removeEventListener('pointermove', onMove, true);
}
