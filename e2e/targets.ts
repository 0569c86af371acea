/** Finds what a finger can hardly hit: less than 40 by 40 pixels that lead to it. */
import type { Page } from '@playwright/test';

/**
 * The controls that are seen and have a smaller hit area, each with its size. What counts is where a tap arrives, so that a label, a row
 * or a pseudo-element around a small sign counts as well, and what another control covers does not.
 *
 * Left out, as in WCAG 2.5.8: words in sentences and labels (terms, whose sentences the glossary has too, and links in running text);
 * the cells of the confusion matrix, ten of which do not fit side by side, and whose images can be had by class too; and what takes no
 * pointer at all.
 */
export function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const LEAST = 40;
    const CONTROLS =
      'button, a[href], input, select, textarea, summary, label:has(input), [role=button], [role=slider], [role=tab], [role=radio], [role=checkbox], [role=menuitem], [role=link]';
    const front = document.querySelector('[role=dialog]');
    const found: string[] = [];
    const isLeftOut = (e: Element) => {
      if (e.matches('[class*="_term_"], [aria-label*=" read as "]')) return true;
      const own = e.textContent?.trim() ?? '';
      const around = e.closest('p')?.textContent?.trim() ?? '';
      return around.length > own.length + 12;
    };
    const belongs = (hit: Element | null, e: Element): boolean => {
      if (!hit) return false;
      if (hit === e || e.contains(hit)) return true;
      const label = hit.closest('label');
      return label !== null && (label.control === e || label.contains(e));
    };
    for (const e of document.querySelectorAll<HTMLElement>(CONTROLS)) {
      if (front && !front.contains(e)) continue;
      if (!e.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      if (e.matches(':disabled, [aria-hidden=true] *') || isLeftOut(e)) continue;
      e.scrollIntoView({ block: 'center', inline: 'center' });
      const box = e.getBoundingClientRect();
      if (box.width < 2 || box.height < 2) continue;
      const [cx, cy] = [box.x + box.width / 2, box.y + box.height / 2];
      const at = (x: number, y: number) => belongs(document.elementFromPoint(x, y), e);
      // It takes no pointer: keys alone, or its label does.
      if (!at(cx, cy)) continue;
      const reach = (dx: number, dy: number) => {
        let n = 0;
        while (n < LEAST && at(cx + dx * (n + 1), cy + dy * (n + 1))) n++;
        return n;
      };
      const wide = reach(-1, 0) + reach(1, 0) + 1;
      const high = reach(0, -1) + reach(0, 1) + 1;
      if (wide >= LEAST - 1 && high >= LEAST - 1) continue;
      const name = e.getAttribute('aria-label') ?? e.textContent?.trim().slice(0, 30) ?? '';
      found.push(
        `${e.tagName.toLowerCase()} "${name}" ${e.dataset.testid ?? ''} ${wide} x ${high}`,
      );
    }
    return [...new Set(found)];
  });
}
