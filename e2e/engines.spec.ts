import { expect, test } from '@playwright/test';
import { HANDWRITINGS } from './digits';
import { answer, draw, open, settledAnswer } from './page';

test.describe('without WebGPU', () => {
  test.beforeEach(async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(Navigator.prototype, 'gpu', {
        get: () => undefined,
        configurable: true,
      });
    });
  });

  test('the CPU engine serves the page, and the page says why', async ({ page }) => {
    await open(page);
    await expect(page.getByTestId('engine')).toContainText('CPU');
    await page.getByTestId('clear-drawing').click();
    await draw(page, HANDWRITINGS.upright[3]!);
    await expect.poll(() => answer(page)).toMatch(/^3/);
    await page.getByTestId('engine').click();
    await expect(page.getByText(/WebGPU/).first()).toBeVisible();
  });

  test('forcing WebGPU says in a sentence that it cannot be had, and the page still works', async ({
    page,
  }) => {
    await page.goto('/?engine=webgpu');
    await expect(page.getByTestId('error').first()).toContainText(/WebGPU/);
    await expect(page.getByTestId('engine')).toContainText('CPU');
    await expect(page.getByTestId('answer')).toContainText(/^\d/);
  });
});

test(
  'measuring both engines gives two figures, and the choice goes by them',
  { tag: '@slow' },
  async ({ page }) => {
    await open(page);
    const chip = page.getByTestId('engine');
    await expect(chip).toContainText('CPU');
    const before = await settledAnswer(page);
    await chip.click();
    await page.getByTestId('engine-measure').click();
    const found = page.getByText(
      /WebGPU trains [\d,]+ images a second here and the CPU engine [\d,]+/,
    );
    await expect(found).toBeVisible({ timeout: 60_000 });
    const [webgpu, cpu] = (await found.innerText())
      .match(/[\d,]+(?= images| \(measured)/g)!
      .map((figure) => Number(figure.replaceAll(',', '')));
    expect(webgpu).toBeGreaterThan(0);
    // The software adapter runs on the same processor, and computes every synapse where the CPU engine skips silent ones.
    expect(cpu).toBeGreaterThan(webgpu!);
    await expect(page.getByTestId('engine-measure')).toHaveText('Measure again');
    await expect(chip).toContainText('CPU');
    expect(await settledAnswer(page)).toBe(before);
    // It is remembered at the next visit.
    await page.reload();
    await chip.click();
    await expect(page.getByText(/measured on \d/)).toBeVisible();
  },
);

test('both engines see the same spikes', async ({ page }) => {
  const counts: string[][] = [];
  for (const engine of ['cpu', 'webgpu']) {
    await open(page, { query: `?engine=${engine}` });
    await expect(page.getByTestId('engine')).toContainText(engine === 'cpu' ? 'CPU' : 'WebGPU');
    await expect(page.getByTestId('answer')).toContainText(/^7/);
    counts.push(
      await page
        .getByTestId('raster')
        .evaluateAll((rasters) => rasters.map((r) => (r as HTMLElement).dataset.spikes ?? '')),
    );
  }
  expect(counts[0]).toHaveLength(3);
  expect(counts[1]).toEqual(counts[0]);
});
