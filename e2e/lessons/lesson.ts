/** What the tests of lessons do on the page, as a person would. */
import { expect, type Locator, type Page } from '@playwright/test';
import { boxOf, draw } from '../page';
import type { Point } from '../digits';

/** Opens a lesson by its link, and waits until it has brought the page to where it starts. */
export async function openLesson(page: Page, number: number, query = '?engine=cpu'): Promise<void> {
  await page.goto(`/${query}#v=1&lesson=${number}`);
  await expect(page.getByTestId('lesson-do')).toBeVisible();
  // A lesson that starts at 0 keeps its answer back.
  await expect(page.getByTestId('answer')).toContainText(/\d|no output has fired/);
}

/** The page has noticed that the step was done, and says so; on to the next one, or to the question. */
export async function done(page: Page, says: string | RegExp = ''): Promise<void> {
  await expect(page.getByTestId('lesson-done')).toBeVisible();
  await expect(page.getByTestId('lesson-done')).toContainText(says);
  // Where the lesson is longer than its panel, that is brought into sight.
  await expect(page.getByTestId('lesson-done')).toBeInViewport({ ratio: 0.9 });
  await page.getByTestId('lesson-next').click();
}

/** A wrong try is named. */
export async function hinted(page: Page, says: string | RegExp): Promise<void> {
  await expect(page.getByTestId('lesson-hint')).toContainText(says);
  await expect(page.getByTestId('lesson-next')).toBeDisabled();
}

/** Answers the question wrongly, then rightly. */
export async function chooses(
  page: Page,
  wrong: string | RegExp,
  because: string | RegExp,
  right: string | RegExp,
  why: string | RegExp,
): Promise<void> {
  const choice = (says: string | RegExp) =>
    page.getByTestId('lesson-choice').filter({ hasText: says });
  await choice(wrong).click();
  await expect(page.getByTestId('lesson-wrong')).toContainText(because);
  await choice(right).click();
  await expect(page.getByTestId('lesson-why')).toContainText(why);
}

/** Neurons drawn by index, a row each, at 1440 pixels. */
const ROWS = { hidden: 128, output: 10 };
/** As src/view/layout/marks.ts and src/ui/kit/draw/frame.ts lay them out. */
const [PADDING, HIGHEST_ROW, LABELS] = [7, 18, 26];

interface Spike {
  layer: keyof typeof ROWS;
  neuron: number;
  time: number;
}

/** Where a spike's mark lies, with the time cursor after 0. */
export async function markOf(page: Page, { layer, neuron, time }: Spike): Promise<Point> {
  const band = await boxOf(page.getByRole('slider', { name: `Neurons of ${layer}` }));
  const cursor = page.getByRole('slider', { name: 'Time cursor' });
  const at = Number(await cursor.getAttribute('aria-valuenow'));
  // Without scrolling: the band stays where it is.
  const line = (await cursor.boundingBox())!;
  const zero = band.x + LABELS;
  const scale = (line.x + line.width / 2 - zero) / at;
  const rows = ROWS[layer];
  const pitch = Math.min((band.height - 2 * PADDING) / rows, HIGHEST_ROW);
  const top = band.y + (band.height - pitch * rows) / 2;
  return [zero + time * scale, top + (neuron + 0.5) * pitch];
}

/** Clicks a spike's mark in the raster, and sees that it was taken. */
export async function clickSpike(page: Page, spike: Spike): Promise<void> {
  await page.mouse.click(...(await markOf(page, spike)));
  await expect(page.getByTestId('neuron-title')).toContainText(`${spike.layer} ${spike.neuron} `);
}

const neuronPanel = (page: Page): Locator => page.getByRole('region', { name: 'Neuron' });

/** Clicks a cause in the Neuron panel's table: the one named, else the first row. */
export async function clickCause(page: Page, neuron?: number): Promise<void> {
  const causes = neuronPanel(page).getByRole('rowheader').getByRole('button');
  const wanted =
    neuron === undefined
      ? causes.first()
      : causes.and(page.getByRole('button', { name: `hidden ${neuron}`, exact: true }));
  await wanted.click();
}

/** Silences the neuron that the Neuron panel shows. */
export async function silence(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'What if it were silent?' }).click();
}

export async function revert(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Revert' }).click();
  // The button is gone, and what the pointer now stands on would explain itself over the next one.
  await page.mouse.move(0, 0);
}

/** Draws strokes on the pad. */
export const drawWays = (page: Page, ways: readonly (readonly (readonly number[])[])[]) =>
  draw(
    page,
    ways.map((way) => way.map(([x, y]): Point => [x!, y!])),
  );
