import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { open } from './page';

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1440, 390]) {
    test(`axe finds nothing, ${colorScheme}, ${width} px wide`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      await open(page, { query: '?engine=cpu', samples: width > 900 });
      await expect(page.getByTestId('answer').first()).toContainText(/\d/);
      const tabs = width > 900 ? [null] : ['tab-input', 'tab-spikes', 'tab-training'];
      for (const tab of tabs) {
        if (tab) await page.getByTestId(tab).click();
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(
          violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.target).join(', ')}`),
        ).toEqual([]);
      }
    });
  }
}
