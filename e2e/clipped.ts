/** Finds text that is cut off: a person sees half a word, and nothing says so. */
import type { Page } from '@playwright/test';

/**
 * The texts of the page of which a part lies outside of what their surroundings show, each with where it stands. Left out is what can
 * be scrolled to, what is hidden from sight on purpose, and what ends in an ellipsis and is told whole on hovering.
 */
export function clippedTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const SLACK = 1.5;
    const found = new Set<string>();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = (node.textContent ?? '').trim();
      const own = node.parentElement!;
      if (text === '' || own.closest('select, svg, script, style')) continue;
      if (!own.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const box = range.getBoundingClientRect();
      if (box.width < 2 || box.height < 2) continue;
      let seen = true;
      for (let at: HTMLElement | null = own; at; at = at.parentElement) {
        const { overflowX, overflowY, position, textOverflow } = getComputedStyle(at);
        const edge = at.getBoundingClientRect();
        // Read out, and not seen.
        seen &&= edge.width > 2 && edge.height > 2;
        if (!seen) break;
        const scrolls = [overflowX, overflowY].some((o) => o === 'auto' || o === 'scroll');
        seen &&= !scrolls;
        if (!seen) break;
        const title = own.closest('[title]')?.getAttribute('title') ?? '';
        const told = textOverflow === 'ellipsis' && title.includes(text);
        const across = box.right > edge.right + SLACK || box.left < edge.left - SLACK;
        const down = box.bottom > edge.bottom + SLACK || box.top < edge.top - SLACK;
        const clips = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
        if (!told && ((clips(overflowX) && across) || (clips(overflowY) && down))) {
          found.add(`"${text}" in ${at.tagName.toLowerCase()}.${at.className}`);
        }
        if (position === 'fixed') break;
      }
      if (seen && box.right > innerWidth + SLACK) found.add(`"${text}" beyond the page`);
    }
    return [...found];
  });
}
