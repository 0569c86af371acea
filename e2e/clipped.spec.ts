import { expect, test } from '@playwright/test';
import { clippedTexts } from './clipped';
import { open } from './page';

for (const width of [1440, 1024, 390]) {
  test(`no text is cut off, ${width} px wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    const narrow = width < 900;
    await open(page, { query: '?engine=cpu#v=1&weights=49-128-10&neuron=1.5', samples: !narrow });
    await expect(page.getByTestId('answer').first()).toContainText(/\d/);
    const tabs = narrow ? ['tab-input', 'tab-spikes', 'tab-training'] : [null];
    for (const tab of tabs) {
      if (tab) await page.getByTestId(tab).click();
      expect(await clippedTexts(page)).toEqual([]);
    }
    if (narrow) await page.getByTestId('tab-input').click();
    // What is said of a patch under the pointer is the longest that stands under the pad.
    const pad = (await page.getByTestId('drawing-pad').boundingBox())!;
    await page.mouse.move(pad.x + pad.width / 2, pad.y + pad.height * 0.3);
    await expect(
      page.getByText(/^patch x \d, y \d: \d+ of 16 pixels hold ink, on average at/).first(),
    ).toBeVisible();
    expect(await clippedTexts(page)).toEqual([]);
  });
}
