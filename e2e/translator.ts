/** Translates the page as Chrome and others do, to the same words: what they do to the page's elements is what is tried. */
import type { Page } from '@playwright/test';

/** In the page. Each text is taken out, and elements of the translator's own are put in its place. */
function translatePage(): void {
  const told = window as unknown as { lostTexts: string[]; movedFigures: string[] };
  told.lostTexts = [];
  told.movedFigures = [];
  const figures = new WeakMap<Element, string>();
  // React renews the texts that it holds on to through nodeValue: of one that is taken out nobody sees it.
  const value = Object.getOwnPropertyDescriptor(Node.prototype, 'nodeValue')!;
  Object.defineProperty(Node.prototype, 'nodeValue', {
    ...value,
    set(this: Node, text: string) {
      if (!this.isConnected) told.lostTexts.push(`${this.textContent} -> ${text}`);
      value.set!.call(this, text);
    },
  });
  const translate = (text: Text): void => {
    const place = text.parentElement;
    if (
      !place ||
      !text.data.trim() ||
      place.closest('font, [translate=no], script, style, textarea')
    )
      return;
    if (/^[\s\d.,:/+−–±∞%()]*\d[\s\d.,:/+−–±∞%()]*$/.test(text.data)) {
      const before = figures.get(place);
      figures.set(place, text.data);
      if (before !== undefined && before !== text.data) {
        const { testid } = place.closest<HTMLElement>('[data-testid]')?.dataset ?? {};
        told.movedFigures.push(
          `${place.tagName} in ${testid ?? 'the page'}: ${before} -> ${text.data}`,
        );
      }
    }
    const outer = document.createElement('font');
    const inner = outer.appendChild(document.createElement('font'));
    inner.append(text.data);
    text.replaceWith(outer);
  };
  const translateBelow = (node: Node): void => {
    const texts = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
    const found: Text[] = node instanceof Text ? [node] : [];
    while (texts.nextNode()) found.push(texts.currentNode as Text);
    found.forEach(translate);
  };
  new MutationObserver((changes) => {
    for (const { type, target, addedNodes } of changes) {
      if (type === 'characterData') translateBelow(target);
      else addedNodes.forEach(translateBelow);
    }
  }).observe(document, { childList: true, characterData: true, subtree: true });
}

/** Before the page is opened. */
export async function translate(page: Page): Promise<void> {
  await page.addInitScript(translatePage);
}

/** Texts that the page has renewed where nobody sees it any more: "12 -> 13". */
export const lostTexts = (page: Page): Promise<string[]> =>
  page.evaluate(() => (window as unknown as { lostTexts: string[] }).lostTexts);

/** Figures that changed and were given to the translator each time: until it has them it shows the old ones. */
export const movedFigures = (page: Page): Promise<string[]> =>
  page.evaluate(() => (window as unknown as { movedFigures: string[] }).movedFigures);
