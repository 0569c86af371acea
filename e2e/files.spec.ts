import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { answer, open, settledAnswer } from './page';

test('a model is saved, and loaded again after a reload of the page', async ({ page }) => {
  await open(page, { query: '?engine=cpu' });
  const before = await settledAnswer(page);
  const download = page.waitForEvent('download');
  await page.getByTestId('model-save').click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('784-128-10.safetensors');
  const path = await file.path();
  const bytes = readFileSync(path);

  // New weights answer differently; the file brings the old answer back, to the last digit.
  await page.getByTestId('train-reset').click();
  await expect.poll(() => answer(page)).not.toBe(before);
  const load = page.getByTestId('model-load');
  await load.setInputFiles({ name: 'mine.safetensors', mimeType: '', buffer: bytes });
  await expect.poll(() => answer(page)).toBe(before);

  await load.setInputFiles({
    name: 'broken.safetensors',
    mimeType: '',
    buffer: bytes.subarray(0, 1000),
  });
  await expect(page.getByTestId('error').first()).toBeVisible();
  expect(await answer(page)).toBe(before);
});

test('data that fails to load says so, and loads when asked again', async ({ page }) => {
  let fail = true;
  await page.route('**/data/mnist-test-*', (route) => (fail ? route.abort() : route.continue()));
  await page.goto('/?engine=cpu');
  const error = page.getByTestId('error').first();
  await expect(error).toBeVisible();
  fail = false;
  await error.getByRole('button', { name: /again/i }).click();
  await expect(page.getByTestId('sample-label').first()).toContainText(/\d/);
  await expect(page.getByTestId('error')).toHaveCount(0);
});
