import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { open } from './page';

const CPU = '?engine=cpu';

test(
  'a curve of accuracy against lost spikes, with the hardware as it is set',
  { tag: '@slow' },
  async ({ page }) => {
    await open(page, { query: CPU });
    await page.getByTestId('robustness').click();
    const dialog = page.getByRole('dialog', { name: 'Robustness' });
    const start = page.getByTestId('robustness-start');
    await dialog.getByLabel('Test images').selectOption('1000');
    await dialog.getByRole('radio', { name: 'Lost' }).click();

    // What cannot be is told, and nothing starts.
    const lost = dialog.getByLabel('Lost spikes', { exact: true });
    await lost.fill('120');
    await expect(dialog.getByRole('alert')).toContainText('a number from 0 to 1');
    await expect(start).toBeDisabled();
    await lost.fill('7');
    await expect(dialog.getByLabel('Lost spikes, slider')).toHaveValue('7');
    await dialog.getByLabel('Seeds a level').fill('2');
    await start.click();
    await expect(start).toBeVisible({ timeout: 60_000 });

    const rows = page.getByTestId('robustness-row');
    await expect(rows).toHaveCount(9);
    await expect(rows.first()).toContainText('0 %');
    await expect(rows.nth(2)).toHaveAttribute('data-level', '0.07');
    await expect(rows.nth(2)).toContainText('as set');
    const accuracies = await rows.evaluateAll((all) =>
      all.map((row) => Number.parseFloat(row.querySelectorAll('td')[0]!.innerText)),
    );
    expect(accuracies[0]).toBeGreaterThan(97);
    expect(accuracies.toSorted((a, b) => b - a)).toEqual(accuracies);
    expect(accuracies.at(-1)).toBeLessThan(50);
    await expect(page.getByTestId('robustness-present')).toContainText(
      `As set, lost spikes 7 %: ${accuracies[2]!.toFixed(2)} %`,
    );
    await expect(
      dialog.getByRole('group', { name: /^The test accuracy against lost spikes/ }),
    ).toBeVisible();

    const scan = new AxeBuilder({ page }).include('[role="dialog"]');
    expect((await scan.analyze()).violations).toEqual([]);
    const saved = page.waitForEvent('download');
    await dialog.getByRole('button', { name: 'CSV' }).click();
    const csv = readFileSync(await (await saved).path(), 'utf8');
    // One line without noise, two seeds for the eight other levels.
    expect(csv.trimEnd().split('\n')).toHaveLength(1 + 1 + 8 * 2);

    // Other hardware is not that of the curve.
    await dialog.getByLabel('Dead neurons, slider').press('ArrowRight');
    await expect(dialog.getByLabel('Dead neurons', { exact: true })).toHaveValue('1');
    await expect(page.getByTestId('robustness-present')).toContainText('not worked out yet');
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  },
);

test(
  'a curve is stopped at once, and the levels it has stay',
  { tag: '@slow' },
  async ({ page }) => {
    await open(page, { query: CPU });
    await page.getByTestId('robustness').click();
    await page.getByTestId('robustness-start').click();
    await expect(page.getByTestId('robustness-row').nth(1)).toBeVisible({ timeout: 30_000 });
    await page.getByTestId('robustness-stop').click();
    await expect(page.getByTestId('robustness-start')).toBeVisible();
    const count = await page.getByTestId('robustness-row').count();
    expect(count).toBeGreaterThanOrEqual(2);
    expect(count).toBeLessThan(8);
  },
);
