import { isComposing } from '../../view/keys';

/** Elements that take typed text, or whose choice follows typed letters. */
const TYPING = 'input:not([type=checkbox]):not([type=file]), textarea, select, [contenteditable]';
/** Elements that space and Enter activate: the two keys are no shortcuts while one of these has the focus. */
const PRESSED = 'button, a, label, summary, input, [role=radio], [role=tab], [role=slider]';

/** Whether a key is for what has the focus, and no shortcut of the page. */
export function isTaken(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || isComposing(event)) return true;
  const target = event.target instanceof Element ? event.target : null;
  if (target?.closest(TYPING) || target?.closest('[role=dialog]')) return true;
  return [' ', 'Enter'].includes(event.key) && target?.closest(PRESSED) !== null && target !== null;
}
