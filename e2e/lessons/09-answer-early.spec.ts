import { expect, test, type Page } from '@playwright/test';
import { boxOf } from '../page';
import { chooses, done, hinted, openLesson } from './lesson';

/** A hand on the curve of all test images, which knows where a time is: dragging there moves the deadline. */
async function handOf(page: Page): Promise<(time: number) => Promise<void>> {
  await expect(page.getByTestId('forced-accuracy')).toContainText('right');
  const { x, y, width, height } = await boxOf(
    page.getByRole('img', { name: /^Accuracy on the test images/ }),
  );
  const middle = y + height / 2;
  const slider = page.getByRole('slider', { name: 'Deadline' });
  const timeAt = async (left: number): Promise<number> => {
    const before = await slider.inputValue();
    await page.mouse.click(left, middle);
    await expect(slider).not.toHaveValue(before);
    return Number(await slider.inputValue());
  };
  const [left, right] = [x + width / 3, x + (2 * width) / 3];
  const [first, second] = [await timeAt(left), await timeAt(right)];
  const placeOf = (time: number) => left + ((right - left) * (time - first)) / (second - first);
  let at = right;
  return async (time) => {
    await page.mouse.move(at, middle);
    await page.mouse.down();
    at = placeOf(time);
    await page.mouse.move(at, middle);
    await page.mouse.up();
  };
}

test('lesson 9 is played by dragging the deadline', { tag: '@slow' }, async ({ page }) => {
  await openLesson(page, 9);
  await expect(page.getByTestId('lesson-ring')).toHaveAttribute('data-target', 'shows');
  await page.getByRole('radio', { name: 'circuit', exact: true }).click();
  await hinted(page, 'Time map');
  await page.getByRole('radio', { name: 'time map', exact: true }).click();
  await done(page, 'deadline');
  const dragTo = await handOf(page);

  await dragTo(0.2);
  await hinted(page, 'to the right');
  await dragTo(0.4);
  await done(page, '63.6 %');
  await expect(page.getByTestId('forced-accuracy')).toContainText(/6[2-5]\.\d % right/);

  await dragTo(0.5);
  await hinted(page, 'Not yet');
  await dragTo(0.8);
  await hinted(page, 'More than enough');
  await dragTo(0.6);
  await done(page, '0.590');

  // The slider by keys does as well.
  await page.getByRole('slider', { name: 'Deadline' }).focus();
  await page.keyboard.press('End');
  await done(page, '98.79 %');

  await chooses(page, 'Output 0', 'Not so', 'highest potential', 'likeliest');
});
