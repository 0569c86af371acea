import { expect, test, type Page } from '@playwright/test';
import { answer, numberIn, open } from './page';

/** New weights of a small network on the CPU engine. */
async function small(page: Page): Promise<void> {
  await open(page, { query: '?engine=cpu' });
  // The training images load in the background.
  await page.keyboard.press('e');
  await page.getByRole('dialog', { name: 'Network' }).getByLabel('hidden 1').fill('24');
  await page.getByTestId('network-apply').click();
  await expect(page.getByTestId('training-step')).toHaveText('0');
  await expect(page.locator('[data-testid="raster"][data-layer="1"]')).toContainText('/ 24');
}

const run = (page: Page) => page.getByTestId('train-run');
const step = (page: Page) => numberIn(page.getByTestId('training-step'));
const says = (page: Page) => page.getByTestId('training-says');
const stopped = (page: Page) => expect(run(page)).toContainText('Run', { timeout: 60_000 });

test('one step in slow motion: every phase with its numbers, then the ghost of before', async ({
  page,
}) => {
  await small(page);
  await page.getByTestId('train-slow').click();
  const caption = page.getByTestId('slow-caption');
  const lit = () => page.evaluate(() => document.documentElement.dataset.lit);
  const input = await page
    .locator('[data-testid="raster"][data-layer="0"]')
    .getAttribute('data-spikes');
  await expect(caption).toContainText(`${input} of 784 pixels spike`);
  expect(await lit()).toBe('0');
  const next = () => page.getByTestId('slow-next').click();
  await next();
  await expect(caption).toContainText(/of 24 reach the threshold 1 and fire once/);
  expect(await lit()).toBe('0 1');
  await next();
  await next();
  const given = await answer(page);
  await expect(caption).toContainText(`The first output to fire is the answer: ${given[0]}`);
  await page.getByTestId('slow-back').click();
  await expect(caption).toContainText(/of 10 reach the threshold/);
  await next();
  await next();
  await expect(caption).toContainText(/The loss is \d/);
  await next();
  await expect(caption).toContainText(/dE\/dt = /);
  await next();
  await expect(caption).toContainText(/dE\/dw = .*would move it from/);
  await expect(page.getByTestId('slow-motion').locator('canvas')).toHaveCount(2);
  expect(await step(page)).toBe(0);
  await page.getByTestId('slow-apply').click();
  await expect(caption).toContainText(/The step was made on 64 images/, { timeout: 60_000 });
  await expect(page.getByTestId('slow-motion').locator('canvas')).toHaveCount(3);
  await expect(page.getByTestId('training-step')).toHaveText('1');
  await page.getByText('Take one of the batch').waitFor({ state: 'detached' });
  await page.getByTestId('slow-again').click();
  await expect(page.getByText('Step 2 in slow motion')).toBeVisible();
  await page.getByText('Take one of the batch').click();
  await expect(page.getByText(/is one of the batch of 64/)).toBeVisible();
  await page.getByTestId('slow-close').click();
  expect(await lit()).toBeUndefined();
  await expect(page.getByTestId('chart').or(page.getByText('Its curves come here'))).toBeVisible();
});

test('breakpoints stop the run, and the page says which', async ({ page }) => {
  await small(page);
  await page.getByText('Stop when…').click();
  await page.getByLabel('Accuracy to stop at, in per cent').fill('60');
  await page.getByTestId('breakpoint-accuracy').check();
  await run(page).click();
  await expect(says(page)).toContainText(/Breakpoint at step \d.*test accuracy has reached/, {
    timeout: 60_000,
  });
  await stopped(page);
  expect(await numberIn(page.getByTestId('test-accuracy'))).toBeGreaterThanOrEqual(60);

  await page.getByTestId('breakpoint-accuracy').uncheck();
  await page.getByTestId('train-reset').click();
  await expect(page.getByTestId('training-step')).toHaveText('0');
  await page.getByTestId('breakpoint-flip').check();
  await run(page).click();
  const flip = /Breakpoint at step [\d,]+: the answer to this image flipped from (\d) to (\d)\./;
  await expect(says(page)).toContainText(flip, { timeout: 60_000 });
  await stopped(page);
  const [, from, to] = flip.exec(await says(page).innerText())!;
  expect(to).not.toBe(from);
  await expect.poll(async () => (await answer(page))[0]).toBe(to);
  await page.getByTestId('train-reset').click();
  await expect.poll(async () => (await answer(page))[0]).toBe(from);
});

test('a network that falls silent: the page says so and what helps', async ({ page }) => {
  await small(page);
  await page.keyboard.press('e');
  // Far too early for any neuron to reach its threshold.
  await page.getByRole('dialog', { name: 'Network' }).getByLabel('deadline').fill('0.05');
  await page.getByTestId('network-apply').click();
  await page.getByText('Stop when…').click();
  await page.getByLabel('Silent share to stop at, in per cent').fill('90');
  await page.getByTestId('breakpoint-silent').check();
  await run(page).click();
  await expect(says(page)).toContainText(
    /Breakpoint at step 1: 100 % of hidden layer 1 stays silent.*a later deadline usually helps/,
    { timeout: 60_000 },
  );
  await stopped(page);
});

test('curves of every measure; one place on them reads all', { tag: '@slow' }, async ({ page }) => {
  await small(page);
  await run(page).click();
  await expect.poll(() => step(page), { timeout: 60_000 }).toBeGreaterThan(400);
  for (const [name, lines] of [
    ['Loss', '2'],
    ['Spikes', '3'],
    ['Silent', '2'],
    ['Time', '1'],
    ['‖w‖', '2'],
    ['‖δ‖', '2'],
    ['Acc. %', '2'],
  ] as const) {
    await page.getByRole('radio', { name, exact: true }).click();
    await expect(page.getByTestId('chart')).toHaveAttribute('data-lines', lines);
  }
  await run(page).click();
  await stopped(page);
  const newest = await step(page);
  await page.getByTestId('chart').hover({ position: { x: 80, y: 40 } });
  const reading = page.getByTestId('curve-reading');
  await expect(reading).toContainText(/loss .*spikes .*silent .*‖w‖ .*‖δ‖/s);
  const read = () =>
    reading.innerText().then((t) => Number(/step ([\d,]+)/.exec(t)![1]!.replace(',', '')));
  const middle = await read();
  expect(middle).toBeLessThan(newest);
  await page.getByTestId('chart').focus();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  expect(await read()).not.toBe(middle);
});

test('the editor: costs said first, undo brings network and settings back', async ({ page }) => {
  await open(page, { query: '?engine=cpu' });
  await expect(page.getByTestId('test-accuracy')).toHaveText(/\d/);
  const accuracy = await page.getByTestId('test-accuracy').innerText();
  await page.keyboard.press('e');
  const dialog = page.getByRole('dialog', { name: 'Network' });
  const figures = page.getByTestId('network-figures');
  await expect(figures).toContainText('counted on the test set');
  await dialog.getByLabel('loss').selectOption('cross-entropy');
  await dialog.getByLabel('batch').fill('32');
  await expect(page.getByTestId('network-cost')).toHaveText('Keeps the weights.');
  await dialog.getByLabel('patch k').fill('2');
  await expect(figures).toContainText('196');
  await expect(figures).toContainText('74 % fewer than k = 1');
  await expect(figures).toContainText('estimated from the last evaluation');
  await expect(figures).toContainText(/MB/);
  await expect(page.getByTestId('network-cost')).toContainText('Needs a new network');
  await page.getByTestId('network-apply').click();
  await expect(page.locator('[data-testid="raster"][data-layer="0"]')).toContainText('/ 196');
  await expect(page.getByLabel('batch')).toHaveValue('32');
  await page.getByRole('button', { name: 'Back to 784-128-10' }).click();
  await expect(page.locator('[data-testid="raster"][data-layer="0"]')).toContainText('/ 784');
  await expect(page.getByTestId('test-accuracy')).toHaveText(accuracy);
  await expect(page.getByLabel('batch')).toHaveValue('64');
});

test('the gallery of misread images opens them in the rasters', async ({ page }) => {
  await open(page, { query: '?engine=cpu' });
  const misread = page.getByTestId('misread-open');
  await expect(misread).toHaveText(/\d+ misread/);
  const count = Number.parseInt(await misread.innerText(), 10);
  await misread.click();
  const gallery = page.getByTestId('misread-gallery');
  await expect(gallery.getByRole('button', { name: /read as/ })).toHaveCount(
    count <= 150 ? count : 120,
  );
  // The surest mistake is the one whose answer led by most.
  await gallery.getByLabel('Order', { exact: true }).selectOption('surest first');
  await expect(gallery.getByRole('button', { name: /read as/ }).first()).toHaveAccessibleName(
    'test image 1,394, a 5, read as 3',
  );
  await expect(gallery.getByRole('figure').first()).toContainText('by 0.110');
  await gallery.getByTitle(/^Class 9:/).click();
  await gallery.getByLabel('Read as', { exact: true }).selectOption('4');
  const first = gallery.getByRole('button', { name: /a 9, read as 4/ }).first();
  await expect(gallery.getByRole('button', { name: /, a 8/ })).toHaveCount(0);
  await first.click();
  await expect(gallery).toHaveCount(0);
  await expect(page.getByTestId('sample-label').first()).toContainText('9');
  await expect(page.getByTestId('answer')).toContainText(/^4/);
});
