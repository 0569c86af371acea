import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { answer, numberIn, open, settledAnswer } from './page';
import { sortedShapes, thinFiles } from './shapes';

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

test('own files: what they are counts, a packed file may have parts, sorted classes are all trained, small images break nothing', async ({
  page,
}) => {
  await open(page, { query: '?engine=cpu' });
  const chip = page.getByTestId('data');
  const use = async (...files: { name: string; buffer: Buffer }[]) => {
    await chip.click();
    const chosen = files.map((file) => ({ ...file, mimeType: 'application/octet-stream' }));
    await page.getByTestId('data-trainImages').setInputFiles(chosen);
  };
  const take = () => page.getByRole('button', { name: 'Use these files' }).click();

  // A picture is refused where it is chosen, with what it is.
  await use({ name: 'cat.png', buffer: Buffer.from('89504e470d0a1a0a', 'hex') });
  await expect(page.getByRole('alert')).toHaveText(/^cat\.png is a picture: choose it under/);
  await page.keyboard.press('Escape');

  // In the order of their classes, in two gzip members, under names that say something else.
  const { images, labels } = sortedShapes();
  const members = Buffer.concat(
    [images.subarray(0, 5000), images.subarray(5000)].map((part) => gzipSync(part)),
  );
  await use(
    { name: 'latest.gz', buffer: members },
    { name: 'label-of-each-image', buffer: labels },
  );
  await take();
  await page.getByRole('button', { name: 'Fit the network to the data' }).click();
  await expect(page.getByTestId('network')).toContainText('144');
  await page.getByTestId('train-run').click();
  await expect(page.getByTestId('training-says')).toContainText('epochs are done');
  expect(await numberIn(page.getByTestId('test-accuracy'))).toBeGreaterThan(90);
  await chip.click();
  await expect(page.getByText('held out of each class')).toBeVisible();
  await page.keyboard.press('Escape');

  // Images that no patch fits into: the panel stays, and says which presets do not fit.
  const thin = thinFiles();
  await use(
    { name: 'thin-images', buffer: thin.images },
    { name: 'thin-labels', buffer: thin.labels },
  );
  await take();
  await page.getByRole('button', { name: 'Fit the network to the data' }).click();
  await expect(page.getByTestId('network')).toContainText('192');
  await page.getByTestId('presets').click();
  await expect(page.getByRole('button', { name: /^Overlapping patches/ })).toBeDisabled();
  await page.getByRole('button', { name: /^Cross-entropy/ }).click();
  await page.getByTestId('train-step').click();
  await expect(page.getByTestId('training-step')).toHaveText(/1/);
  await expect(page.getByTestId('error')).toHaveCount(0);
});
