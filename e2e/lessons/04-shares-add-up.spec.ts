import { expect, test } from '@playwright/test';
import { clickCause, clickSpike, done, hinted, openLesson, revert, silence } from './lesson';

test(
  'lesson 4 is played in the raster and the table of causes',
  { tag: '@slow' },
  async ({ page }) => {
    await openLesson(page, 4);
    await clickSpike(page, { layer: 'output', neuron: 7, time: 0.762 });
    await done(page, 'together 1');
    await clickCause(page, 87);
    await hinted(page, 'added less');
    await page.keyboard.press('Escape');
    await clickCause(page);
    await expect(page.getByTestId('neuron-title')).toContainText('hidden 99 fires at 0.219');
    await done(page, '0.117');
    await silence(page);
    await done(page, 'at 0.802');
    await revert(page);
    await hinted(page, 'fires again');
    await silence(page);
    await clickSpike(page, { layer: 'output', neuron: 7, time: 0.802 });
    await expect(page.getByTestId('what-if')).toContainText('moves by +0.040');
    await expect(page.getByTestId('what-if')).toContainText('predicted +0.037');
    await done(page, '+0.037');

    const number = page.getByTestId('lesson-number');
    await number.fill('0.762');
    await page.keyboard.press('Enter');
    await expect(page.getByTestId('lesson-wrong')).toBeVisible();
    await number.fill('0.862');
    await page.keyboard.press('Enter');
    await expect(page.getByTestId('lesson-why')).toContainText('0.1 later');
  },
);
