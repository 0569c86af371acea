import { expect, test, type Page } from '@playwright/test';
import { boxOf } from '../page';
import { chooses, done, hinted, openLesson, revert, silence } from './lesson';

type Place = readonly [x: number, y: number];

/** Drags the point over places of the plane, x to the right and y up; the hand stays where it ends for as long as `there` takes. */
async function drag(page: Page, places: readonly Place[], there?: () => Promise<void>) {
  const { x, y, width, height } = await boxOf(page.getByTestId('plane'));
  const at = ([u, v]: Place) => [x + u * width, y + (1 - v) * height] as const;
  await page.mouse.move(...at(places[0]!));
  await page.mouse.down();
  for (const place of places.slice(1)) await page.mouse.move(...at(place), { steps: 5 });
  await there?.();
  await page.mouse.up();
}

/** Clicks the nth of six hidden neurons, which stand below each other in the circuit, and the crossed-out loudspeaker. */
async function silenceIn(page: Page, nth: number): Promise<void> {
  const canvas = page.getByTestId('circuit').locator('canvas').first();
  // They take the column's height but for its head, evenly.
  const title = page.getByTestId('neuron-title');
  for (const offset of [0, -0.03, 0.03]) {
    const { x, y, width, height } = await boxOf(canvas);
    await page.mouse.click(x + 0.49 * width, y + (0.17 + nth * 0.145 + offset) * height);
    if ((await title.innerText()).includes(`hidden ${nth} `)) break;
  }
  await expect(title).toContainText(`hidden ${nth} `);
  await silence(page);
}

test(
  'lesson 0 is played by dragging the point and silencing neurons, wrong ones too',
  { tag: '@slow' },
  async ({ page }) => {
    await openLesson(page, 0);
    await expect(page.getByTestId('lesson-ring')).toHaveAttribute('data-target', 'plane');
    await drag(
      page,
      [
        [0.795, 0.461],
        [0.7, 0.3],
      ],
      () => hinted(page, 'purple'),
    );
    await drag(page, [
      [0.7, 0.3],
      [0.5, 0.9],
    ]);
    await done(page, '0.062');

    // Down to near the line, and on by keys.
    await drag(page, [
      [0.5, 0.9],
      [0.5, 0.62],
    ]);
    await expect(page.getByTestId('lesson-next')).toBeDisabled();
    await page.getByTestId('plane').focus();
    for (let presses = 0; presses < 25; presses++) await page.keyboard.press('ArrowDown');
    await done(page, 'photo finish');

    await silenceIn(page, 3);
    await hinted(page, 'another neuron');
    await revert(page);
    await silenceIn(page, 1);
    await done(page, 'left island is gone');

    await revert(page);
    await silenceIn(page, 0);
    await hinted(page, 'lower half');
    await revert(page);
    await silenceIn(page, 5);
    await done(page, 'Without hidden 5');

    await chooses(
      page,
      'no output fires',
      'two outputs fired there',
      'first at the same time',
      'Right.',
    );
  },
);
