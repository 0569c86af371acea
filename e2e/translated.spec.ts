import { expect, test } from '@playwright/test';
import { HANDWRITINGS } from './digits';
import { draw, numberIn, open, settledAnswer } from './page';
import { lostTexts, translate } from './translator';

test(
  'a page that is translated while it is used says the new numbers, and nothing breaks',
  { tag: '@slow' },
  async ({ page }) => {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await translate(page);
    await open(page, { query: '?engine=cpu' });
    await expect(page.locator('font').first()).toBeAttached();

    // Samples and drawings: the answer and its words follow.
    await page.keyboard.press('n');
    for (const digit of [2, 3]) {
      await page.getByRole('button', { name: 'Clear' }).click();
      await draw(page, HANDWRITINGS.upright[digit]!);
      expect((await settledAnswer(page))[0]).toBe(String(digit));
    }

    // Training, step by step and at a run; slow motion; again from the start.
    await page.getByTestId('train-step').click();
    await expect(page.getByTestId('training-step')).toHaveText('1');
    await page.getByTestId('train-run').click();
    await expect.poll(() => numberIn(page.getByTestId('training-step'))).toBeGreaterThan(5);
    await page.getByTestId('train-run').click();
    await expect(page.getByTestId('train-step')).toBeEnabled();
    await page.getByTestId('train-slow').click();
    for (let i = 0; i < 6; i++) await page.getByTestId('slow-next').click();
    await page.getByTestId('slow-close').click();

    // Every key, with what it opens, and each dialog.
    for (const key of 'ArrowRight Home o o g g d + 0 v v n p x m m z c s r r'.split(' ')) {
      await page.keyboard.press(key);
    }
    for (const key of ['e', '?']) {
      await page.keyboard.press(key);
      await expect(page.getByRole('dialog')).toBeVisible();
      await page.keyboard.press('Escape');
    }
    for (const button of ['About this page']) {
      await page.getByRole('button', { name: button, exact: true }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await page.keyboard.press('Escape');
    }
    await expect(page.getByRole('region', { name: 'Training' })).toBeVisible();

    expect(await lostTexts(page)).toEqual([]);
    expect(errors).toEqual([]);
    await expect(page.getByTestId('error')).not.toBeAttached();
  },
);
