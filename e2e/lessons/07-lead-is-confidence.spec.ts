import { expect, test, type Page } from '@playwright/test';
import { choose, clickOutput, did, hint, next, openLesson } from './play';

/** The misread images, the surest first. */
async function surestFirst(page: Page) {
  await page.getByTestId('misread-open').click();
  const gallery = page.getByTestId('misread-gallery');
  await gallery.getByLabel('Order').selectOption('surest first');
  return gallery.locator('figure');
}

test(
  'lesson 7 is played by clicking marks and misread images',
  { tag: '@slow' },
  async ({ page }) => {
    await openLesson(page, 7);
    await expect(page.getByTestId('answer')).toContainText('0.819');
    await clickOutput(page, 6, 0.819);
    await expect(hint(page)).toContainText('fired first');
    await clickOutput(page, 4, 0.825);
    await expect(did(page)).toContainText('0.003');

    await next(page, '121 misread');
    const images = await surestFirst(page);
    await images.nth(1).getByRole('button').click();
    await expect(hint(page)).toContainText('smaller lead');
    await (await surestFirst(page)).first().getByRole('button').click();
    await expect(page.getByTestId('answer')).toContainText('0.110');
    await expect(did(page)).toContainText('8,387');

    await next(page, 'the other end');
    await (await surestFirst(page)).last().getByRole('button').click();
    await expect(did(page)).toContainText('34 of them');

    await next(page, 'I do not know');
    await choose(page, '60');
    await expect(page.getByTestId('lesson-wrong')).toBeVisible();
    await choose(page, '99');
    await expect(page.getByTestId('lesson-why')).toContainText('454');
  },
);

test(
  'lesson 7 notices the runner-up selected by keys as well',
  { tag: '@slow' },
  async ({ page }) => {
    await openLesson(page, 7, '?engine=cpu&lang=de');
    await expect(page.getByTestId('lesson-do')).toContainText('Ausgang 6 hat zuerst gefeuert');
    await page.getByRole('slider', { name: 'Neurons of output' }).focus();
    for (let row = 0; row <= 4; row++) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(did(page)).toContainText('Fotofinish');
  },
);
