/** What opened a dialog, so that the focus can go back there. */

const CONTROL = 'button, a[href], summary, input, select, [tabindex]';

/** What was clicked last, until a key is pressed: Safari gives no focus to a button that is clicked. */
let clicked: HTMLElement | null = null;

document.addEventListener(
  'click',
  ({ target }) => {
    clicked = target instanceof Element ? target.closest<HTMLElement>(CONTROL) : null;
  },
  true,
);
document.addEventListener('keydown', () => (clicked = null), true);

/** What has the focus, or was clicked without getting it; null for nothing. */
export function currentOpener(): HTMLElement | null {
  const { activeElement, body } = document;
  const focused = activeElement instanceof HTMLElement && activeElement !== body;
  return focused ? activeElement : clicked;
}
