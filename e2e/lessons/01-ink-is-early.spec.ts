import { expect, test, type Page } from '@playwright/test';
import { boxOf } from '../page';

/** Points at a pixel of the pad, as a hand would. */
async function pointAt(page: Page, x: number, y: number): Promise<void> {
  const { x: left, y: top, width, height } = await boxOf(page.getByTestId('drawing-pad'));
  await page.mouse.move(left + ((x + 0.5) / 28) * width, top + ((y + 0.5) / 28) * height);
}

const did = (page: Page) => page.getByTestId('lesson-done');

async function next(page: Page): Promise<void> {
  await page.getByTestId('lesson-next').click();
}

test(
  'lesson 1 is played by pointing at pixels, and is done',
  { tag: '@slow' },
  async ({ page }) => {
    await page.goto('/?engine=cpu');
    await page.getByTestId('learn').click();
    await page.getByTestId('lesson-row').filter({ hasText: 'Ink is early' }).click();
    await expect(page.getByTestId('lesson-do')).toContainText('full of ink');
    await expect(page.getByTestId('lesson-ring')).toHaveAttribute('data-target', 'pad');
    await expect(page).toHaveURL(/lesson=1/);
    await expect(page.getByTestId('lesson-next')).toBeDisabled();

    // A wrong try is named.
    await pointAt(page, 10, 2);
    await expect(page.getByTestId('lesson-hint')).toContainText('stays silent');
    await pointAt(page, 8, 8);
    await expect(did(page)).toContainText('0.004');
    await next(page);
    await pointAt(page, 16, 15);
    await expect(did(page)).toContainText('0.478');
    await next(page);

    // Where it stands outlasts loading the page again.
    await page.reload();
    await expect(page.getByTestId('lesson')).toHaveAttribute('data-step', '2');
    await pointAt(page, 18, 10);
    await expect(did(page)).toContainText('105');
    await next(page);

    await page.getByTestId('lesson-number').fill('0.3');
    await page.keyboard.press('Enter');
    await expect(page.getByTestId('lesson-wrong')).toBeVisible();
    await page.getByTestId('lesson-number').fill('0,70');
    await page.keyboard.press('Enter');
    await expect(page.getByTestId('lesson-why')).toContainText('Right.');
    await page.getByTestId('lesson-all').click();
    const row = page.getByTestId('lesson-row').filter({ hasText: 'Ink is early' });
    await expect(row).toHaveAttribute('data-done', 'true');
    await expect(page).not.toHaveURL(/lesson=1/);
  },
);

test(
  'lesson 1 notices rows of the raster selected by keys as well, and "show me"',
  { tag: '@slow' },
  async ({ page }) => {
    await page.goto('/?engine=cpu&lang=de#v=1&lesson=1');
    await expect(page.getByTestId('lesson-do')).toContainText('voller Tinte');
    await page.getByRole('slider', { name: 'Neurons of input' }).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(did(page).or(page.getByTestId('lesson-hint'))).toBeVisible();
    await page.getByTestId('lesson-show').click();
    await expect(did(page)).toContainText('0.004');
  },
);
