/** What the tests do on the page, in the words of a person's errands. */
import { expect, type Locator, type Page } from '@playwright/test';
import type { Point } from './digits';

export interface OpenOptions {
  /** Query of the address, such as `?engine=cpu`. */
  query?: string;
  /** Waits until the test samples are there (default). */
  samples?: boolean;
}

/** Opens the page and waits until the shipped network has classified the first sample. */
export async function open(
  page: Page,
  { query = '', samples = true }: OpenOptions = {},
): Promise<void> {
  await page.goto(`/${query}`);
  await expect(page.getByTestId('engine')).toContainText(/CPU|WebGPU/);
  if (samples) await expect(page.getByTestId('sample-label').first()).toContainText(/\d/);
}

/** The class the network answers with: the first character of the answer. */
export async function answer(page: Page): Promise<string> {
  return (await page.getByTestId('answer').innerText()).trim();
}

/** What `read` gives once it has not changed for half a second: the page follows what a person does a moment later. */
export async function settled(read: () => Promise<string>): Promise<string> {
  let before = '';
  const still = async (): Promise<boolean> => {
    const now = await read();
    const same = now !== '' && now === before;
    before = now;
    return same;
  };
  await expect.poll(still, { intervals: [500] }).toBe(true);
  return before;
}

export const settledAnswer = (page: Page): Promise<string> => settled(() => answer(page));

/** Draws strokes with the mouse, as a hand would: many small moves. */
export async function draw(page: Page, strokes: Point[][]): Promise<void> {
  const box = await boxOf(page.getByTestId('drawing-pad'));
  const at = ([x, y]: Point): Point => [box.x + x * box.width, box.y + y * box.height];
  for (const stroke of strokes) {
    await page.mouse.move(...at(stroke[0]!));
    await page.mouse.down();
    for (const point of stroke.slice(1)) await page.mouse.move(...at(point));
    await page.mouse.up();
  }
}

export async function boxOf(
  locator: Locator,
): Promise<{ x: number; y: number; width: number; height: number }> {
  await locator.scrollIntoViewIfNeeded();
  const box = await locator.boundingBox();
  if (!box) throw new Error('The element is not on the page.');
  return box;
}

/** The number in an element's text, such as 97.12 for "97.12 %"; NaN for a dash. */
export async function numberIn(locator: Locator): Promise<number> {
  const text = (await locator.innerText()).replaceAll(',', '').replaceAll('\u202f', '');
  return Number.parseFloat(text);
}
