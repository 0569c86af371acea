import { expect, test } from '@playwright/test';
import { boxOf } from '../page';
import {
  clickCause,
  clickSpike,
  done,
  hinted,
  markOf,
  openLesson,
  revert,
  silence,
} from './lesson';

const bottomOf = ({ y, height }: { y: number; height: number }) => y + height;

test(
  'lesson 4 is played in the raster and the table of causes',
  { tag: '@slow' },
  async ({ page }) => {
    await openLesson(page, 4);
    await clickSpike(page, { layer: 'output', neuron: 7, time: 0.762 });
    await done(page, 'is 1: the threshold');
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
    await revert(page);
    await done(page, 'at 0.762 again');

    const number = page.getByTestId('lesson-number');
    await number.fill('0.762');
    await page.keyboard.press('Enter');
    await expect(page.getByTestId('lesson-wrong')).toBeVisible();
    await number.fill('0.862');
    await page.keyboard.press('Enter');
    await expect(page.getByTestId('lesson-why')).toContainText('0.1 later');
  },
);

test('lesson 4 is played on a phone, with a finger', { tag: '@slow' }, async ({ browser }) => {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  const page = await context.newPage();
  await openLesson(page, 4);
  // What is lit is in sight, above the sheet of the lesson.
  const lit = page.getByTestId('raster').last();
  const sheet = page.getByTestId('learn-sheet');
  await expect
    .poll(async () => (await boxOf(sheet)).y - bottomOf((await lit.boundingBox())!))
    .toBeGreaterThan(-1);
  await page.touchscreen.tap(...(await markOf(page, { layer: 'output', neuron: 7, time: 0.762 })));
  await done(page, 'is 1: the threshold');
  const cause = page.getByTestId('causes').getByRole('button', { name: 'hidden 99', exact: true });
  await expect
    .poll(async () => (await boxOf(sheet)).y - bottomOf(await boxOf(cause)))
    .toBeGreaterThan(0);
  await cause.tap();
  await done(page, '0.117');
  await page.getByRole('button', { name: 'What if it were silent?' }).tap();
  await done(page, 'at 0.802');
  await page.touchscreen.tap(...(await markOf(page, { layer: 'output', neuron: 7, time: 0.802 })));
  await done(page, '+0.037');
  await page.getByRole('button', { name: 'Revert' }).tap();
  await done(page, 'at 0.762 again');
  await page.getByTestId('lesson-number').fill('0,862');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('lesson-why')).toContainText('Right.');
  await context.close();
});
