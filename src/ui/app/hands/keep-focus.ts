/**
 * What had the focus and is taken away by the very key that was pressed on it (a bar that closes, a message dismissed) hands it to the
 * panel that it stood in: a screen reader then stays where it was, and does not begin at the top of the page again.
 */
export function keepFocus(): () => void {
  let last: { element: Element; place: HTMLElement | null } | null = null;
  let frame = 0;
  const onFocusIn = ({ target }: FocusEvent) => {
    if (!(target instanceof Element)) return;
    last = {
      element: target,
      place: target.closest<HTMLElement>('section, [role=tabpanel], main'),
    };
  };
  const look = () => {
    const { activeElement, body } = document;
    if (activeElement !== body || !last || last.element.isConnected) return;
    const place = last.place?.isConnected ? last.place : document.querySelector('main');
    last = null;
    if (!place) return;
    if (!place.hasAttribute('tabindex')) place.tabIndex = -1;
    place.focus({ preventScroll: true });
  };
  // The page is drawn anew by then, also where that takes a turn more.
  const onKeyUp = () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => (frame = requestAnimationFrame(look)));
  };
  document.addEventListener('focusin', onFocusIn);
  document.addEventListener('keyup', onKeyUp);
  return () => {
    cancelAnimationFrame(frame);
    document.removeEventListener('focusin', onFocusIn);
    document.removeEventListener('keyup', onKeyUp);
  };
}
