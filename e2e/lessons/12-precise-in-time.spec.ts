import { expect, test, type Page } from '@playwright/test';
import { choose, clickOutput, did, hint, next, openLesson } from './play';

/** Opens Robustness, has a curve worked out, reads a level's mean, and closes. */
async function workOut(page: Page, against: string, level: string): Promise<string> {
  await page.getByTestId('robustness').click();
  const dialog = page.getByRole('dialog', { name: 'Robustness' });
  await dialog.getByRole('radio', { name: against }).click();
  await dialog.getByTestId('robustness-start').click();
  const row = dialog.locator(`[data-testid="robustness-row"][data-level="${level}"]`);
  await expect(row).toBeVisible({ timeout: 90_000 });
  const mean = await row.getByRole('cell').first().innerText();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  return mean;
}

test(
  'lesson 12 is played by working out two curves and looking at a lead',
  { tag: '@slow' },
  async ({ page }) => {
    await openLesson(page, 12);
    await expect(page.getByTestId('test-accuracy')).toHaveText('98.79 %');
    await workOut(page, 'Lost', '0');
    await expect(hint(page)).toContainText('lost spikes');
    expect(await workOut(page, 'Bits', '3')).toBe('35.27 %');
    await expect(did(page)).toContainText('93.80 %');

    await next(page, 'Open Robustness again');
    expect(await workOut(page, 'Jitter', '0.1')).toBe('87.24 %');
    await expect(did(page)).toContainText('87.24 %');

    await next(page, 'Why so much');
    await clickOutput(page, 7, 0.762);
    await expect(hint(page)).toContainText('fired first');
    await clickOutput(page, 3, 0.963);
    await expect(did(page)).toContainText('0.149');

    await next(page, 'hurt so much');
    await choose(page, 'get lost');
    await expect(page.getByTestId('lesson-wrong')).toBeVisible();
    await choose(page, 'nearly as large');
    await expect(page.getByTestId('lesson-why')).toContainText('0.149');
  },
);
