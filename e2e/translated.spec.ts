import { expect, test, type Page } from '@playwright/test';
import { HANDWRITINGS } from './digits';
import { draw, numberIn, open, settledAnswer } from './page';
import { lostTexts, movedFigures, translate } from './translator';

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

/** What has to hold at the end: nothing was renewed where nobody sees it, no figure waits for the translator, nothing broke. */
async function expectWhole(page: Page, errors: string[]): Promise<void> {
  expect(await lostTexts(page)).toEqual([]);
  expect(await movedFigures(page)).toEqual([]);
  expect(errors).toEqual([]);
  await expect(page.getByTestId('error')).not.toBeAttached();
}

test(
  'every view of a translated page goes on: what-ifs, circuit, map, table, runs, robustness, dialogs',
  { tag: '@slow' },
  async ({ page }) => {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await translate(page);
    await open(page, { query: '?engine=cpu#v=1&neuron=1.5' });
    await expect(page.getByTestId('neuron-title')).toContainText(/./);

    // Each view of the spikes while a network trains, with the cursor and samples going on.
    await page.getByTestId('train-run').click();
    for (const view of ['circuit', 'time map', 'table', 'raster'] as const) {
      await page.getByRole('radio', { name: view, exact: true }).click();
      for (const key of 'ArrowRight ArrowLeft n Home + 0 d'.split(' ')) {
        await page.keyboard.press(key);
      }
      await page.waitForTimeout(300);
    }
    await page.getByTestId('train-run').click();
    await expect(page.getByTestId('train-step')).toBeEnabled();
    // What-ifs in each view, taken back and asked again.
    await page.getByRole('radio', { name: 'table', exact: true }).click();
    await page.getByTestId('spike-table').locator('tbody button').first().click();
    for (const view of ['table', 'raster', 'circuit'] as const) {
      await page.getByRole('radio', { name: view, exact: true }).click();
      // Arrows on the choice itself would choose another view.
      await page.evaluate(() => (document.activeElement as HTMLElement).blur());
      for (let i = 0; i < 2; i++) await page.keyboard.press('Shift+ArrowRight');
      await expect(page.getByTestId('what-if')).toBeVisible();
      for (const key of ['z', 'Shift+Z', 'z', 'z']) await page.keyboard.press(key);
    }
    // Sheets and dialogs, twice each.
    for (const id of ['models', 'sweep', 'robustness', 'data', 'engine', 'network', 'share']) {
      for (let i = 0; i < 2; i++) {
        await page.getByTestId(id).click();
        await expect(page.getByRole('dialog').first()).toBeVisible();
        await page.keyboard.press('Escape');
        await expect(page.getByRole('dialog')).toHaveCount(0);
      }
    }
    await expectWhole(page, errors);

    // A lesson, which is shown step by step, and the network of points.
    await page.getByTestId('learn').click();
    await page.getByTestId('lesson-row').first().click();
    for (let i = 0; i < 4; i++) {
      const show = page.getByTestId('lesson-show');
      if (!(await show.isVisible())) break;
      await expect(show).toBeEnabled();
      await show.click();
      await page.getByTestId('lesson-next').click();
    }
    await expectWhole(page, errors);
    await page.goto('/?engine=cpu#v=1&weights=yin-yang-5-12-3');
    await page.reload();
    await expect(page.getByTestId('plane')).toBeVisible();
    await page.getByTestId('plane').focus();
    for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowRight');
    await expectWhole(page, errors);
  },
);
