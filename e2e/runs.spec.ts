import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { answer, numberIn, open, settledAnswer } from './page';
import { shapeFiles } from './shapes';

const CPU = '?engine=cpu';

/** The page with a small data set of one's own and a network that reads it. */
async function openShapes(page: Page): Promise<void> {
  await open(page, { query: CPU });
  const { images, labels } = shapeFiles();
  await page.getByTestId('data').click();
  const file = (name: string, buffer: Buffer) => ({ name, mimeType: '', buffer });
  await page.getByTestId('data-trainImages').setInputFiles(file('shapes-images', images));
  await page.getByTestId('data-trainLabels').setInputFiles(file('shapes-labels', labels));
  await page.getByRole('button', { name: 'Use these files' }).click();
  await page.getByRole('button', { name: 'Fit the network to the data' }).click();
  await expect(page.getByTestId('network')).toContainText('144 → 128 → 3');
  await expect(page.getByTestId('sample-label').first()).toContainText(/\d/);
}

/** Trains to the end of the plan. */
async function train(page: Page): Promise<void> {
  await page.getByTestId('train-run').click();
  await expect(page.getByTestId('train-run')).toContainText('Run');
  await expect.poll(() => numberIn(page.getByTestId('training-step'))).toBeGreaterThan(20);
}

async function reset(page: Page): Promise<void> {
  await page.getByTestId('train-reset').click();
  await expect(page.getByTestId('training-step')).toHaveText('0');
}

test('runs are compared, restored, renamed, exported, and are there after a reload', async ({
  page,
}) => {
  await openShapes(page);
  await reset(page);
  await train(page);
  const trained = await settledAnswer(page);
  const accuracy = await page.getByTestId('test-accuracy').innerText();
  await reset(page);
  await expect.poll(() => answer(page)).not.toBe(trained);
  await page.getByTestId('train-run').click();
  await expect(page.getByTestId('train-run')).toContainText('Run');

  await page.getByTestId('compare-runs').click();
  const dialog = page.getByRole('dialog', { name: 'Runs' });
  const rows = dialog.getByTestId('run-row');
  await expect(rows).toHaveCount(2);
  await expect(rows.nth(1)).toContainText(accuracy);
  // The newest first; by name the older one.
  await expect(rows.nth(0)).toContainText('nothing changed');
  await dialog.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(rows.nth(0)).toContainText('the first');
  await expect(dialog.getByRole('group', { name: /^Test %: .* ends at/ })).toBeVisible();

  const scan = new AxeBuilder({ page }).include('[role="dialog"]');
  expect((await scan.analyze()).violations).toEqual([]);

  const name = rows.nth(0).getByLabel('Name of this run');
  await name.fill('plain');
  await name.press('Enter');
  const saved = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'CSV' }).click();
  const csv = readFileSync(await (await saved).path(), 'utf8');
  expect(csv.split('\r\n')[0]).toContain('test_accuracy');
  expect(csv).toContain('plain');

  // The weights of the first run come back with its answer.
  await dialog.getByRole('button', { name: 'Bring the weights of plain back' }).click();
  await expect(dialog).toHaveCount(0);
  // Of the same seed: answer and accuracy alone do not tell that it is here.
  await expect(page.getByTestId('training-step')).toHaveText('0');
  await expect.poll(() => answer(page)).toBe(trained);
  await expect(page.getByTestId('test-accuracy')).toHaveText(accuracy);

  // So do the moments along it: the first weights do not decide as the last.
  await page.getByLabel('Replay: moment of the run').first().fill('0');
  await expect(page.getByTestId('replay')).toContainText('Replay of step 0 of plain');
  await expect.poll(() => answer(page)).not.toBe(trained);
  await page.getByRole('button', { name: 'Back to the present' }).click();
  await expect.poll(() => answer(page)).toBe(trained);

  await page.reload();
  await expect(page.getByTestId('compare-runs')).toBeEnabled();
  await page.getByTestId('compare-runs').click();
  await expect(rows).toHaveCount(2);
  await dialog.getByRole('button', { name: 'Delete plain' }).click();
  await expect(rows).toHaveCount(1);
  await dialog.getByRole('button', { name: 'Undo' }).click();
  await expect(rows).toHaveCount(2);
  await dialog.getByRole('button', { name: 'Bring the weights of plain back' }).click();
  await expect(page.getByTestId('network')).toContainText('144 → 128 → 3');
  // Its past came back with it, from storage.
  await expect(page.getByLabel('Replay: moment of the run')).toBeVisible();
});

test('fifty runs are shown at once', { tag: '@slow' }, async ({ page: first, context }) => {
  await openShapes(first);
  await reset(first);
  await train(first);
  await expect(first.getByTestId('compare-runs')).toBeEnabled();
  // Forty-nine more of the same, put where the page keeps them.
  await first.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('mt-spike-runs');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('no database'));
    });
    const within = async (mode: IDBTransactionMode, work: (s: IDBObjectStore) => IDBRequest) =>
      new Promise<unknown>((resolve) => {
        const request = work(database.transaction('runs', mode).objectStore('runs'));
        request.onsuccess = () => resolve(request.result);
      });
    let keys: string[] = [];
    while (keys.length < 2) keys = (await within('readonly', (s) => s.getAllKeys())) as string[];
    const key = keys.find((k) => k.startsWith('run '))!;
    const run = (await within('readonly', (s) => s.get(key))) as { id: number; name: string };
    const weights = await within('readonly', (s) => s.get(key.replace('run', 'weights')));
    for (let n = 1; n < 50; n++) {
      const id = run.id - n;
      await within('readwrite', (s) => s.put({ ...run, id, name: `run ${n}` }, `run ${id}`));
      await within('readwrite', (s) => s.put(weights, `weights ${id}`));
    }
    database.close();
  });
  // In another tab: this one would have its own run back, which is not listed among the others.
  await first.close();
  const page = await context.newPage();
  await open(page, { query: CPU });
  await expect(page.getByTestId('compare-runs')).toBeEnabled();
  await expect(page.getByRole('region', { name: 'Runs' })).toContainText('of 50 are listed');
  await page.getByTestId('compare-runs').click();
  await expect(page.getByTestId('run-row')).toHaveCount(50, { timeout: 2000 });
});

test('a replay decides the sample again, says so, and the present comes back', async ({ page }) => {
  await openShapes(page);
  await reset(page);
  const first = await settledAnswer(page);
  await train(page);
  await expect.poll(() => answer(page)).not.toBe(first);
  const present = await settledAnswer(page);
  const slider = page.getByLabel('Replay: moment of the run');
  await slider.first().fill('0');
  const bar = page.getByTestId('replay');
  await expect(bar).toContainText('Replay of step 0, not the present weights');
  await expect(page.getByTestId('answer')).toContainText('replay of step 0');
  await expect.poll(async () => (await answer(page)).replace(/\s*replay.*/, '')).toBe(first);
  await bar.getByRole('button', { name: 'Back to the present' }).click();
  await expect(bar).toHaveCount(0);
  await expect.poll(() => answer(page)).toBe(present);
});

test(
  'a sweep trains its grid in the background, and its points open',
  { tag: '@slow' },
  async ({ page }) => {
    await openShapes(page);
    await page.getByTestId('sweep').click();
    const dialog = page.getByRole('dialog', { name: 'Runs' });
    await dialog.getByLabel('Kernels k').fill('1, 2');
    await dialog.getByLabel('Hidden neurons').fill('0');
    await expect(page.getByTestId('sweep-start')).toBeDisabled();
    await dialog.getByLabel('Hidden neurons').fill('16');
    await dialog.getByLabel('Epochs each').fill('1');
    await page.getByTestId('sweep-start').click();
    await expect(page.getByTestId('sweep-progress')).toContainText('2 of 2 trained: done');
    const points = dialog.getByRole('button', { name: /Open this run$/ });
    // Two networks, in both plots.
    await expect(points).toHaveCount(4);
    const scan = new AxeBuilder({ page }).include('[role="dialog"]');
    expect((await scan.analyze()).violations).toEqual([]);
    await points.filter({ hasText: '36-16-3' }).first().press('Enter');
    await expect(dialog).toHaveCount(0);
    await expect(page.getByTestId('network')).toContainText('36 → 16 → 3');
  },
);

test('a preset makes its network and settings', async ({ page }) => {
  await open(page, { query: CPU });
  await page.getByTestId('presets').click();
  await page.getByRole('button', { name: /^A quarter of the weights/ }).click();
  await expect(page.getByTestId('network')).toContainText('196 → 128 → 10');
  const note = page.getByTestId('note').filter({ hasText: 'is ready' });
  await note.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByTestId('network')).toContainText('784 → 128 → 10');
});
