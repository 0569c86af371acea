import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { HANDWRITINGS } from '../digits';
import { draw, open, settledAnswer } from '../page';
import { openLesson } from './lesson';

const row = (page: Page, title: string) =>
  page.getByTestId('lesson-row').filter({ hasText: title });

test(
  'what a lesson changes is put back when it is left, or kept if asked for',
  { tag: '@slow' },
  async ({ page }) => {
    await open(page, { query: '?engine=cpu' });
    await draw(page, HANDWRITINGS.upright[2]!);
    expect((await settledAnswer(page))[0]).toBe('2');
    await page.getByTestId('learn').click();
    await row(page, 'Ink is early').click();
    await expect(page.getByTestId('answer')).toContainText('first at t = 0.762');
    await draw(page, HANDWRITINGS.upright[3]!);
    await expect(page.getByTestId('answer')).toContainText(/^3/);

    await page.getByTestId('learn-close').click();
    await expect(page.getByTestId('lesson-asks')).toBeVisible();
    await page.getByTestId('lesson-put-back').click();
    await expect(page.getByTestId('answer')).toContainText(/^2/);
    await expect(page.getByTestId('lesson-list')).toBeVisible();
    await page.getByTestId('learn-close').click();
    await expect(page.getByRole('region', { name: 'Samples' })).toBeVisible();
  },
);

test(
  'a first visit offers the first lesson, a visit after it was declined does not',
  { tag: '@slow' },
  async ({ browser, baseURL }) => {
    const context = await browser.newContext({
      baseURL: baseURL!,
      storageState: { cookies: [], origins: [] },
    });
    const page = await context.newPage();
    await open(page, { query: '?engine=cpu' });
    await expect(page.getByTestId('lesson-offer')).toContainText('Ink is early');
    await page.getByTestId('lesson-start').click();
    await expect(page.getByTestId('lesson-do')).toBeVisible();
    await expect(page.getByTestId('lesson-offer')).not.toBeAttached();
    await page.evaluate(() => localStorage.clear());
    await page.goto('/?engine=cpu&again');
    await page.getByTestId('lesson-never').click();
    await page.reload();
    await expect(page.getByTestId('train-run')).toBeVisible();
    await expect(page.getByTestId('lesson-offer')).not.toBeAttached();
    await context.close();
  },
);

test(
  'the receipt has the name, cut where it is too long, and a browser that keeps nothing is told of',
  { tag: '@slow' },
  async ({ page }) => {
    await page.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('No.', 'QuotaExceededError');
      };
    });
    await open(page, { query: '?engine=cpu' });
    await page.getByTestId('learn').click();
    await page.getByTestId('lesson-receipt').click();
    await expect(page.getByTestId('receipt')).toContainText('Type your name first');
    await page.getByTestId('receipt-name').fill('Ada Lovelace');
    const saved = page.waitForEvent('download');
    await page.getByTestId('receipt').getByRole('button', { name: 'Save' }).click();
    expect((await saved).suggestedFilename()).toBe('lessons-ada-lovelace.txt');
    await expect(page.getByTestId('note')).toContainText(
      'This browser keeps nothing for this page',
    );
    await expect(page.getByTestId('receipt-text')).toHaveValue(/Name: Ada Lovelace\n\nNo lesson/);
    await page.getByTestId('receipt-name').fill('x'.repeat(10_000));
    await expect(page.getByTestId('receipt')).toContainText('at most 200 characters');
    await expect(page.getByTestId('receipt-text')).toHaveValue(/Name: x{200}\n/);
  },
);

test(
  'a link into a lesson that is gone says so, and shows those there are',
  { tag: '@slow' },
  async ({ page }) => {
    await page.goto('/?engine=cpu#v=1&lesson=98');
    await expect(page.getByTestId('error')).toContainText('There is no lesson 98');
    await expect(row(page, 'Ink is early')).toBeVisible();
  },
);

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('the lesson is a sheet that leaves the pad in sight', { tag: '@slow' }, async ({ page }) => {
    await page.goto('/?engine=cpu#v=1&lesson=1');
    await expect(page.getByTestId('lesson-do')).toBeVisible();
    await expect(page.getByTestId('lesson-ring')).toBeVisible();
    const [pad, sheet] = await Promise.all(
      ['drawing-pad', 'learn-sheet'].map((name) => page.getByTestId(name).boundingBox()),
    );
    expect(pad!.y + pad!.height).toBeLessThanOrEqual(sheet!.y);
    // Where nothing hovers, a mark of the raster is tapped.
    await page.getByTestId('lesson-show').tap();
    await expect(page.getByTestId('lesson-done')).toBeVisible();
  });

  test(
    'the outputs come into sight above the sheet when it plays, the loudspeaker when a neuron is chosen',
    { tag: '@slow' },
    async ({ page }) => {
      await page.setViewportSize({ width: 390, height: 660 });
      /** Pixels by which something stands above the sheet. */
      const above = async (part: Locator): Promise<number> => {
        const [own, sheet] = [
          await part.boundingBox(),
          await page.getByTestId('learn-sheet').boundingBox(),
        ];
        return sheet!.y - own!.y - own!.height;
      };
      await openLesson(page, 2);
      const outputs = page.getByRole('slider', { name: 'Neurons of output' });
      expect(await above(outputs)).toBeLessThan(0);
      await page.getByTestId('play').tap();
      await expect.poll(() => above(outputs)).toBeGreaterThanOrEqual(0);

      // Another page, so that the lesson opens anew.
      await page.goto('about:blank');
      await openLesson(page, 5);
      const silence = page.getByTestId('silence');
      await expect(page.getByTestId('lesson-ring')).toHaveAttribute('data-target', 'raster-hidden');
      await expect.poll(() => above(silence)).toBeLessThan(0);
      await page.getByRole('slider', { name: 'Neurons of hidden' }).focus();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await expect.poll(() => above(silence)).toBeGreaterThanOrEqual(0);
      await silence.tap();
      await expect(page.getByTestId('what-if')).toBeVisible();
    },
  );
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in lessons, ${colorScheme}`, { tag: '@slow' }, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    const look = async (what: string) => {
      const { violations } = await new AxeBuilder({ page }).analyze();
      const found = violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map((n) => n.target).join()}`,
      );
      expect(found, what).toEqual([]);
    };
    await open(page, { query: '?engine=cpu' });
    await page.getByTestId('learn').click();
    await expect(row(page, 'Ink is early')).toBeVisible();
    await look('list');
    await page.getByTestId('lesson-receipt').click();
    await look('receipt');
    await page.getByRole('button', { name: 'Back to the list' }).click();
    await row(page, 'Ink is early').click();
    await page.getByTestId('lesson-show').click();
    await expect(page.getByTestId('lesson-done')).toContainText('Shown.');
    await look('step');
  });
}

test(
  'by keyboard alone: the lesson is opened, its step shown, and left',
  { tag: '@slow' },
  async ({ page }) => {
    await open(page, { query: '?engine=cpu' });
    await page.getByTestId('learn').focus();
    await page.keyboard.press('Enter');
    await expect(page.getByTestId('lesson-list')).toBeVisible();
    // The keys go on in the panel: full screen, close, then the lessons.
    for (let n = 0; n < 3; n++) await page.keyboard.press('Tab');
    await expect(page.getByTestId('lesson-row').first()).toBeFocused();
    // After a row comes the copy of its link.
    for (let n = 0; n < 2; n++) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(page.getByTestId('lesson-do')).toContainText('full of ink');
    await page.getByTestId('lesson-show').focus();
    await page.keyboard.press('Enter');
    await expect(page.getByTestId('lesson-done')).toBeVisible();
    // Where "show me" was, "next" is reached by the next key.
    await page.keyboard.press('Tab');
    await expect(page.getByTestId('lesson-next')).toBeFocused();
  },
);

test('in low windows the lesson ends with its buttons in sight, and the table of causes fits', async ({
  page,
}) => {
  for (const [width, height] of [
    [1366, 768],
    [1280, 720],
    [1024, 768],
    [1440, 900],
  ] as const) {
    await page.setViewportSize({ width, height });
    await openLesson(page, 4, '?engine=cpu&lang=de');
    await expect(page.getByTestId('lesson-next')).toBeInViewport({ ratio: 1 });
    await expect(page.getByTestId('lesson-show')).toBeInViewport({ ratio: 1 });
    const table = page.getByTestId('causes');
    await expect(table).toBeVisible();
    const over = await table.evaluate(
      (e) => e.getBoundingClientRect().right - e.parentElement!.getBoundingClientRect().right,
    );
    expect(over).toBeLessThanOrEqual(0.5);
  }
});
