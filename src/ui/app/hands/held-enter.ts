/**
 * Enter that is held down presses a button once. Browsers press it again at every repeat of the key: training would start and
 * stop, and a number that a key turns into a field would turn back. Where lines are typed a held Enter makes lines.
 */
export function watchHeldEnter(): () => void {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !event.repeat) return;
    if (event.target instanceof Element && event.target.closest('textarea, [contenteditable]'))
      return;
    event.preventDefault();
    event.stopPropagation();
  };
  window.addEventListener('keydown', onKeyDown, true);
  return () => window.removeEventListener('keydown', onKeyDown, true);
}
