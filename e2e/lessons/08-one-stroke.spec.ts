import { expect, test, type Page } from '@playwright/test';
import { OPEN, TOP } from '../../src/learn/lessons/08-one-stroke/figures';
import { HANDWRITINGS } from '../digits';
import { chooses, clickSpike, done, drawWays, hinted, openLesson } from './lesson';

/** The output that fires second, as the rows of the raster say. */
async function second(page: Page): Promise<{ neuron: number; time: number }> {
  const rows = page.getByRole('slider', { name: 'Neurons of output' });
  await rows.focus();
  const found: { neuron: number; time: number }[] = [];
  for (let neuron = 0; neuron < 10; neuron++) {
    await page.keyboard.press('ArrowDown');
    const at = /fires at ([\d.]+)/.exec((await rows.getAttribute('aria-valuetext'))!);
    if (at) found.push({ neuron, time: Number(at[1]) });
  }
  await rows.blur();
  return found.toSorted((a, b) => a.time - b.time)[1]!;
}

const answer = (page: Page) => page.getByTestId('answer');

test(
  'lesson 8 is played with the pen: a 4 is drawn, closed, and opened again',
  { tag: '@slow' },
  async ({ page }) => {
    await openLesson(page, 8);
    await drawWays(page, HANDWRITINGS.upright[9]!);
    await hinted(page, 'read as a 9');
    await page.getByTestId('clear-drawing').click();
    await drawWays(page, OPEN);
    await done(page, 'as a 4');
    await clickSpike(page, { layer: 'output', ...(await second(page)) });
    await done(page);
    await drawWays(page, [TOP]);
    await expect(answer(page)).toContainText(/^9/);
    await done(page, 'it is a 9');
    await page.getByRole('button', { name: 'Undo' }).first().click();
    await done(page, 'A 4 again');
    await chooses(page, 'only where', 'who wins', 'Yes, earlier', '0.876');
  },
);

test(
  'lesson 8 is played in another hand, with the keys of pen, undo and clear',
  { tag: '@slow' },
  async ({ page }) => {
    await openLesson(page, 8);
    await drawWays(page, HANDWRITINGS.upright[4]!);
    await done(page, 'as a 4');
    await page.keyboard.press('Escape');
    await page.getByRole('slider', { name: 'Neurons of output' }).focus();
    const { neuron } = await second(page);
    await page.getByRole('slider', { name: 'Neurons of output' }).focus();
    for (let row = 0; row <= neuron; row++) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await done(page);
    await page.keyboard.press('c');
    await hinted(page, 'cleared the pad');
    await page.keyboard.press('z');
    const [[first], [right]] = HANDWRITINGS.upright[4]!;
    await drawWays(page, [[first!, right!]]);
    await done(page, 'it is a 9');
    await page.keyboard.press('z');
    await done(page, 'A 4 again');
  },
);
