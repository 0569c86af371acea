/**
 * Copies a text. Pages without https have no clipboard: there the text is put onto the page for a moment, selected and copied as by hand.
 * To be called at once in a press of a button.
 * @throws where the browser lets the page do neither
 */
export async function writeClipboard(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch (error) {
    if (!copyAsSelected(text)) throw error;
  }
}

function copyAsSelected(text: string): boolean {
  const selection = getSelection();
  if (!selection) return false;
  const before = Array.from({ length: selection.rangeCount }, (_, at) => selection.getRangeAt(at));
  const held = document.createElement('span');
  held.textContent = text;
  held.style.cssText = 'position: fixed; opacity: 0; white-space: pre; user-select: text';
  document.body.append(held);
  selection.selectAllChildren(held);
  // What is selected only has the browser ask: it is given the text itself, line breaks and all.
  const give = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
  };
  document.addEventListener('copy', give);
  try {
    // Out of date, and there is nothing else without https.
    return document.execCommand('copy');
  } finally {
    document.removeEventListener('copy', give);
    held.remove();
    selection.removeAllRanges();
    for (const range of before) selection.addRange(range);
  }
}
