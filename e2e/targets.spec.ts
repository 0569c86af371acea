import { expect, test, type Page } from '@playwright/test';
import { open } from './page';
import { smallTargets } from './targets';

test.use({ hasTouch: true, isMobile: true });

async function everyPart(page: Page): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  const look = async (where: string) => {
    found[where] = await smallTargets(page);
  };
  const radio = (name: string) => page.getByRole('radio', { name, exact: true });
  const tab = async (name: string) => {
    const button = page.getByTestId(`tab-${name}`);
    if (await button.isVisible()) await button.click();
  };
  await look('input');
  const menu = page.getByTestId('menu');
  if (await menu.isVisible()) await menu.click();
  await look('header');
  for (const sheet of ['data', 'engine', 'share', 'models', 'network']) {
    await page.getByTestId(sheet).first().click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await look(sheet);
    await page.keyboard.press('Escape');
  }
  for (const name of ['About this page', 'Help and shortcuts (?)']) {
    await page.getByRole('button', { name }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await look(name);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
  await page.getByTestId('learn').click();
  await expect(page.getByTestId('learn-close')).toBeVisible();
  await look('lessons');
  await page.getByTestId('learn-close').click();
  await tab('spikes');
  for (const shown of ['raster', 'time map', 'circuit', 'table']) {
    await radio(shown).click();
    await look(shown);
  }
  await radio('raster').click();
  // One thumb zooms in and goes on from there.
  const zoomIn = page.getByRole('button', { name: 'Zoom in at the cursor' });
  for (let n = 0; n < 3; n++) await zoomIn.click();
  const start = () => /window=([\d.]+)/.exec(decodeURIComponent(page.url()))?.[1];
  await expect.poll(start).toBeDefined();
  const before = Number(start());
  await page.getByRole('button', { name: 'Later', exact: true }).click();
  await expect.poll(() => Number(start())).toBeGreaterThan(before);
  await page.getByRole('button', { name: 'Speed, order of rows, ghost' }).click();
  await look('choices');
  await page.keyboard.press('Escape');
  await page.getByTestId('silence').click();
  await expect(page.getByTestId('what-if')).toBeVisible();
  await look('what-if');
  await tab('training');
  const folds = page.locator('summary:visible');
  for (let n = 0; n < (await folds.count()); n++) {
    const isOpen = await folds.nth(n).evaluate((e) => e.closest('details')!.open);
    if (!isOpen) await folds.nth(n).click();
  }
  await look('training');
  return found;
}

for (const [width, height, details] of [
  [390, 844, {}],
  [820, 1180, { tag: '@slow' }],
] as const) {
  test(`every control is as large as a finger, ${width} x ${height}`, details, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await open(page, { query: '?engine=cpu#v=1&neuron=1.7', samples: false });
    await expect(page.getByTestId('neuron-title')).toContainText('hidden 7');
    const found = await everyPart(page);
    for (const [where, small] of Object.entries(found)) expect(small, where).toEqual([]);
  });
}
