import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { answer, open, settledAnswer } from './page';

const CPU = '?engine=cpu';
const SMALL = '49-128-10';

test('a shipped model takes the place of the network, and undo brings it back', async ({
  page,
}) => {
  await open(page, { query: CPU });
  await expect(page.getByTestId('test-accuracy')).toHaveText('98.79 %');
  const before = await settledAnswer(page);
  await page.getByTestId('models').click();
  const dialog = page.getByRole('dialog', { name: 'Models' });
  const card = dialog.locator(`[data-name="${SMALL}"]`);
  await expect(dialog.locator('[data-name="784-128-10"]').getByRole('button')).toBeDisabled();
  const accuracy = await card.getByTestId('model-accuracy').innerText();
  await card.getByText('How it was trained').click();
  await expect(card).toContainText('npm run -s mtspike -- train --network 49-128-10');
  const scan = new AxeBuilder({ page }).include('[role="dialog"]');
  expect((await scan.analyze()).violations).toEqual([]);

  await card.getByRole('button', { name: /^Load/ }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByTestId('network')).toContainText('49 → 128 → 10');
  const input = page.getByTestId('raster').first();
  await expect
    .poll(async () => Number(await input.getAttribute('data-spikes')))
    .toBeLessThanOrEqual(49);
  expect(Number(await input.getAttribute('data-spikes'))).toBeGreaterThan(5);
  await expect.poll(() => answer(page)).not.toBe(before);
  await expect(page.getByTestId('answer').first()).toContainText(/^\d/);
  // The page's own evaluation of all test images is what the card says.
  await expect(page.getByTestId('test-accuracy')).toHaveText(accuracy);

  await page.getByTestId('note').getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByTestId('network')).toContainText('784 → 128 → 10');
  await expect.poll(() => answer(page)).toBe(before);
  await expect(page.getByTestId('test-accuracy')).toHaveText('98.79 %');
});

test('a model of points brings its points, and undo what was there @slow', async ({ page }) => {
  await open(page, { query: CPU });
  await expect(page.getByTestId('test-accuracy')).toHaveText('98.79 %');
  await page.getByTestId('models').click();
  const dialog = page.getByRole('dialog', { name: 'Models' });
  const card = dialog.locator('[data-name="yin-yang-5-12-3"]');
  await expect(card).toContainText(/weights\s*96/);
  await card.getByRole('button', { name: /^Load/ }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByTestId('network')).toContainText('5 → 12 → 3');
  await expect(page.getByTestId('plane')).toBeVisible();
  // Of 1,000 points, where the card's figure is of 10,000.
  await expect(page.getByTestId('test-accuracy')).toHaveText(/^9[89]\.\d\d %$/);
  await expect(page.getByTestId('error')).toHaveCount(0);
  await page.getByTestId('note').getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByTestId('network')).toContainText('784 → 128 → 10');
  await expect(page.getByTestId('test-accuracy')).toHaveText('98.79 %');
  await expect(page.getByTestId('error')).toHaveCount(0);
});

test('a link opens a shipped model by its name', async ({ page }) => {
  await page.goto(`/${CPU}#v=1&weights=${SMALL}`);
  await expect(page.getByTestId('network')).toContainText('49 → 128 → 10');
  await expect(page.getByTestId('test-accuracy')).toHaveText(/^9\d\.\d\d %$/);
  await expect(page.getByTestId('error')).toHaveCount(0);
});

test('what cannot be fetched is told, and the network stays', async ({ page }) => {
  let fail = true;
  const guard = (pattern: string) =>
    page.route(pattern, (route) => (fail ? route.abort() : route.continue()));
  await open(page, { query: CPU });
  const before = await settledAnswer(page);
  await guard('**/models/index.json');
  await guard(`**/models/${SMALL}.safetensors`);
  await page.getByTestId('models').click();
  const dialog = page.getByRole('dialog', { name: 'Models' });
  await expect(dialog.getByRole('alert')).toContainText('The list of models could not be loaded');
  fail = false;
  await dialog.getByRole('button', { name: 'Try again' }).click();
  const load = dialog.locator(`[data-name="${SMALL}"]`).getByRole('button', { name: /^Load/ });
  await expect(load).toBeEnabled();
  fail = true;
  await load.click();
  await expect(dialog.getByRole('alert')).toContainText('the network on the page stays');
  await page.keyboard.press('Escape');
  expect(await answer(page)).toBe(before);
  await expect(page.getByTestId('network')).toContainText('784 → 128 → 10');
});
