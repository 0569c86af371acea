import { expect, test } from '@playwright/test';
import { choose, did, hint, next, openLesson } from './play';

test(
  'lesson 10 is played by a reset, five steps, slow motion and a run',
  { tag: '@slow' },
  async ({ page }) => {
    await openLesson(page, 10);
    await page.getByTestId('train-reset').click();
    await expect(did(page)).toContainText('Guessing would do better');

    await next(page, '5 times');
    const step = page.getByTestId('training-step');
    await page.getByTestId('train-step').click();
    await expect(hint(page)).toContainText('Go on');
    for (let made = 2; made <= 5; made++) {
      await page.getByTestId('train-step').click();
      await expect(step).toHaveText(String(made));
    }
    await expect(did(page)).toContainText('56.3 %');
    await expect(page.getByTestId('test-accuracy')).toHaveText('61.05 %');

    await next(page, 'slow motion');
    await page.getByTestId('train-slow').click();
    await expect(hint(page)).toContainText('Go on with the arrow');
    const onward = page.getByTestId('slow-next');
    while (await onward.isVisible()) await onward.click();
    await page.getByTestId('slow-apply').click();
    await expect(did(page)).toContainText('The loss says');

    await next(page, 'press Run');
    await page.getByTestId('slow-close').click();
    await page.getByTestId('train-run').click();
    await expect(step).not.toHaveText('6');
    await page.getByTestId('train-run').click();
    await expect(hint(page)).toContainText('paused');
    await page.getByTestId('train-run').click();
    await expect(did(page)).toContainText('97.17 %', { timeout: 90_000 });
    await expect(page.getByTestId('test-accuracy')).toHaveText('97.17 %');

    await next(page, 'What of the others');
    await choose(page, 'worn out');
    await expect(page.getByTestId('lesson-wrong')).toBeVisible();
    await choose(page, 'fire for others');
    await expect(page.getByTestId('lesson-why')).toContainText('125');

    // What was there before is there again.
    await page.getByTestId('learn-close').click();
    await page.getByTestId('lesson-put-back').click();
    await expect(page.getByTestId('test-accuracy')).toHaveText('98.79 %');
  },
);
