import { expect, test } from '@playwright/test';
import { boxOf } from '../page';
import { chooses, clickSpike, done, hinted, openLesson } from './lesson';

test(
  'lesson 2 is played with the mouse: play, the cursor dragged to the end, the second output clicked',
  { tag: '@slow' },
  async ({ page }) => {
    await openLesson(page, 2);
    await expect(page.getByTestId('time')).toContainText('0.000');
    await expect(page.getByTestId('lesson-ring')).toHaveAttribute('data-target', 'play');
    await page.getByRole('button', { name: 'Play' }).click();
    await done(page, 'at t = 0.762');
    await page.getByRole('button', { name: 'Pause' }).click();

    const line = await boxOf(page.getByRole('slider', { name: 'Time cursor' }));
    const axis = await boxOf(page.getByRole('slider', { name: 'Neurons of output' }));
    const [x, y] = [line.x + line.width / 2, axis.y + 3];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 100, y, { steps: 3 });
    await hinted(page, 'not fired yet');
    await page.mouse.move(axis.x + axis.width - 64, y, { steps: 5 });
    await page.mouse.up();
    await done(page, 'output 6 last, at 3.258');

    await clickSpike(page, { layer: 'output', neuron: 7, time: 0.762 });
    await hinted(page, 'output 7, the first');
    await clickSpike(page, { layer: 'output', neuron: 3, time: 0.963 });
    await done(page, '0.201 after output 7');
    await chooses(page, 'it would wait', 'Nobody waits', '3, at 0.963', 'by 0.052');
  },
);

test('lesson 2 is played by keys alone', { tag: '@slow' }, async ({ page }) => {
  await openLesson(page, 2);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('d');
  await done(page, 'at t = 0.762');
  await page.keyboard.press('End');
  await done(page, 'at 3.258');
  // The first output, then three further down.
  await page.getByRole('slider', { name: 'Neurons of output' }).focus();
  for (let row = 0; row <= 3; row++) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await done(page, '0.201 after output 7');
  await page.getByTestId('lesson-choice').filter({ hasText: '3, at 0.963' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('lesson-why')).toContainText('Right.');
});
