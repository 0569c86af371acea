import { expect, test } from '@playwright/test';
import { numberIn, open } from './page';

test('trains new weights above 90 % on the CPU engine', async ({ page }) => {
  test.setTimeout(120_000);
  await open(page, { query: '?engine=cpu' });
  await expect(page.getByTestId('engine')).toContainText('CPU');
  await page.getByTestId('train-reset').click();
  await expect(page.getByTestId('training-step')).toHaveText('0');
  await expect(page.getByTestId('test-accuracy')).not.toContainText(/\d/);
  await page.getByTestId('train-run').click();
  await expect
    .poll(() => numberIn(page.getByTestId('test-accuracy')), { timeout: 90_000 })
    .toBeGreaterThan(90);
  await page.getByTestId('train-run').click();
  expect(await numberIn(page.getByTestId('training-step'))).toBeGreaterThan(50);
  expect(await numberIn(page.getByTestId('images-per-second'))).toBeGreaterThan(100);

  // Paused: a step is one batch, and reset brings the first weights back.
  await expect(page.getByTestId('train-step')).toBeEnabled();
  await expect(page.getByTestId('train-run')).toContainText(/run/i);
  const step = await numberIn(page.getByTestId('training-step'));
  await page.getByTestId('train-step').click();
  await expect(page.getByTestId('training-step')).toHaveText(String(step + 1));
});

test('trains on WebGPU', { tag: '@slow' }, async ({ page }) => {
  test.setTimeout(180_000);
  await open(page, { query: '?engine=webgpu' });
  await expect(page.getByTestId('engine')).toContainText('WebGPU');
  await page.getByTestId('train-reset').click();
  await expect(page.getByTestId('training-step')).toHaveText('0');
  await page.getByTestId('train-run').click();
  await expect
    .poll(() => numberIn(page.getByTestId('test-accuracy')), { timeout: 150_000 })
    .toBeGreaterThan(80);
  await page.getByTestId('train-run').click();
  await expect(page.getByTestId('train-run')).toContainText(/run/i);
  expect(await numberIn(page.getByTestId('training-step'))).toBeGreaterThan(20);
});
