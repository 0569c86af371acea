import { expect, test } from '@playwright/test';
import { chooses, done, hinted, openLesson } from './lesson';

test(
  'lesson 10 is played by a reset, five steps, slow motion and a run',
  { tag: '@slow' },
  async ({ page }) => {
    await openLesson(page, 10);
    await page.getByTestId('train-reset').click();
    await done(page, 'Guessing would do better');

    const step = page.getByTestId('training-step');
    await page.getByTestId('train-step').click();
    await hinted(page, 'Go on');
    for (let made = 2; made <= 5; made++) {
      // By the button, and otherwise than proposed: by its key.
      if (made > 2) await page.getByTestId('train-step').click();
      else await page.keyboard.press('s');
      await expect(step).toHaveText(String(made));
    }
    await done(page, '56.3 %');
    await expect(page.getByTestId('test-accuracy')).toHaveText('61.05 %');

    await page.getByTestId('train-slow').click();
    await hinted(page, 'Go on with the arrow');
    const onward = page.getByTestId('slow-next');
    while (await onward.isVisible()) await onward.click();
    await page.getByTestId('slow-apply').click();
    await done(page, 'The loss says');

    await page.getByTestId('slow-close').click();
    await page.getByTestId('train-run').click();
    await expect(step).not.toHaveText('6');
    await page.getByTestId('train-run').click();
    await hinted(page, 'paused');
    await page.getByTestId('train-run').click();
    await expect(page.getByTestId('lesson-done')).toBeVisible({ timeout: 90_000 });
    await done(page, '97.17 %');
    await expect(page.getByTestId('test-accuracy')).toHaveText('97.17 %');

    await chooses(page, 'worn out', 'Not so', 'fire for others', '125');

    // What was there before is there again.
    await page.getByTestId('learn-close').click();
    await page.getByTestId('lesson-put-back').click();
    await expect(page.getByTestId('test-accuracy')).toHaveText('98.79 %');
  },
);
