import { expect, test, type Page } from '@playwright/test';
import { chooses, clickSpike, done, hinted, openLesson } from './lesson';

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
    await clickSpike(page, { layer: 'output', neuron: 6, time: 0.819 });
    await hinted(page, 'fired first');
    await clickSpike(page, { layer: 'output', neuron: 4, time: 0.825 });
    await done(page, '0.003');

    const images = await surestFirst(page);
    await images.nth(1).getByRole('button').click();
    await hinted(page, 'smaller lead');
    await (await surestFirst(page)).first().getByRole('button').click();
    await expect(page.getByTestId('answer')).toContainText('0.110');
    await done(page, '8,387');

    await (await surestFirst(page)).last().getByRole('button').click();
    await done(page, '34 of them');

    await chooses(page, '60', 'Not so', '99', '454');
    // The answer is told where it is seen.
    await expect(page.getByTestId('lesson-why')).toBeInViewport({ ratio: 0.9 });
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
    await done(page, 'Fotofinish');
  },
);
