/** What every test of a lesson does: opens it, looks at what it says, goes on, answers. */
import { expect, type Locator, type Page } from '@playwright/test';
import { boxOf } from '../page';

/** Opens a lesson by a link, and waits until it says what to do. */
export async function openLesson(page: Page, number: number, query = '?engine=cpu'): Promise<void> {
  await page.goto(`/${query}#v=1&lesson=${number}`);
  await expect(page.getByTestId('lesson-do')).toBeVisible();
}

/** What is said once a step was done; nothing before. */
export const did = (page: Page): Locator => page.getByTestId('lesson-done');

/** What is said after a wrong try. */
export const hint = (page: Page): Locator => page.getByTestId('lesson-hint');

/** To the next step, or to the question: its words, or those of the question, are there then. */
export async function next(page: Page, words: string | RegExp): Promise<void> {
  await page.getByTestId('lesson-next').click();
  await expect(page.getByTestId('lesson')).toContainText(words);
}

/** Chooses an answer of a question. */
export async function choose(page: Page, say: string | RegExp): Promise<void> {
  await page.getByTestId('lesson-choice').filter({ hasText: say }).click();
}

/** Clicks at a share of an element's width and height, each from 0 to 1. */
export async function clickIn(page: Page, place: Locator, x: number, y: number): Promise<void> {
  const box = await boxOf(place);
  await page.mouse.click(box.x + x * box.width, box.y + y * box.height);
}

/** Clicks the mark of an output's spike in the raster. @param time when it fires; the time cursor is at rest before and after */
export async function clickOutput(page: Page, output: number, time: number): Promise<void> {
  const cursor = page.getByRole('slider', { name: 'Time cursor' });
  const middle = async (): Promise<number> => {
    const { x, width } = await boxOf(cursor);
    return x + width / 2;
  };
  const [decided, there] = [Number(await cursor.getAttribute('aria-valuenow')), await middle()];
  await page.keyboard.press('Home');
  await expect(cursor).toHaveAttribute('aria-valuenow', '0');
  const zero = await middle();
  await page.keyboard.press('d');
  const raster = page.locator('[data-testid="raster"][data-layer="2"] canvas');
  const { y, height } = await boxOf(raster);
  const x = zero + ((there - zero) / decided) * time;
  await page.mouse.click(x, y + ((output + 0.5) / 10) * height);
}
