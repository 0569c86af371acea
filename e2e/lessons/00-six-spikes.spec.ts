import { expect, test, type Page } from '@playwright/test';
import { boxOf } from '../page';
import { choose, clickIn, did, hint, next, openLesson } from './play';

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
async function silence(page: Page, nth: number): Promise<void> {
  const canvas = page.getByTestId('circuit').locator('canvas').first();
  // They take the column's height but for its head, evenly.
  const title = page.getByTestId('neuron-title');
  for (const offset of [0, -0.03, 0.03]) {
    await clickIn(page, canvas, 0.49, 0.17 + nth * 0.145 + offset);
    if ((await title.innerText()).includes(`hidden ${nth} `)) break;
  }
  await expect(title).toContainText(`hidden ${nth} `);
  await page.getByTestId('silence').click();
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
      () => expect(hint(page)).toContainText('purple'),
    );
    await drag(page, [
      [0.7, 0.3],
      [0.5, 0.9],
    ]);
    await expect(did(page)).toContainText('0.062');

    await next(page, 'black line');
    // Down to the line, and then by keys.
    await drag(page, [
      [0.5, 0.9],
      [0.5, 0.49],
    ]);
    await expect(did(page)).toContainText('photo finish');

    await next(page, 'the second one');
    await silence(page, 3);
    await expect(hint(page)).toContainText('another neuron');
    await page.getByRole('button', { name: 'Revert' }).click();
    await silence(page, 1);
    await expect(did(page)).toContainText('left island is gone');

    await next(page, 'upper half');
    await page.getByRole('button', { name: 'Revert' }).click();
    await silence(page, 0);
    await expect(hint(page)).toContainText('lower half');
    await page.getByRole('button', { name: 'Revert' }).click();
    await silence(page, 5);
    await expect(did(page)).toContainText('Hidden 5');

    await next(page, 'What is the black line');
    await choose(page, 'no output fires');
    await expect(page.getByTestId('lesson-wrong')).toContainText('two outputs fired there');
    await choose(page, 'first at the same time');
    await expect(page.getByTestId('lesson-why')).toContainText('Right.');
  },
);
