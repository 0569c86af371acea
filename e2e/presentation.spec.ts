/** The page before an audience: enlarged, and a panel on the whole screen. */
import { expect, test, type Page } from '@playwright/test';
import { boxOf, open } from './page';

test.use({ viewport: { width: 1280, height: 720 } });

const spikes = (page: Page) => page.getByRole('region', { name: 'Spikes' });
const lanes = (page: Page) => page.getByTestId('raster').last().locator('canvas');

/** Width of a text on the screen, and how many pixels a canvas has for each of its own and of the window's. */
function measure(page: Page) {
  return page.evaluate(() => {
    const range = document.createRange();
    range.selectNodeContents(document.querySelector('h2')!);
    const canvas = document.querySelector<HTMLCanvasElement>('[data-testid=raster] canvas')!;
    return {
      text: range.getBoundingClientRect().width,
      sharp: canvas.width / canvas.getBoundingClientRect().width,
      enlarged: canvas.width / canvas.clientWidth,
      reach: document.documentElement.scrollWidth - innerWidth,
    };
  });
}

/** Clicks the lane of an output. */
async function clickLane(page: Page, output: number): Promise<void> {
  const { x, y, height } = await boxOf(lanes(page));
  const zoom = (await measure(page)).enlarged;
  const lane = (height - 14 * zoom) / 10;
  await page.mouse.click(x + 10 * zoom, y + 7 * zoom + (output + 0.5) * lane);
  await expect(page.getByTestId('neuron-title')).toContainText(`output ${output} `);
}

test('P enlarges type and marks one and a half times, sharply, and pointers find what they point at; Escape leaves', async ({
  page,
}) => {
  await open(page, { query: '?engine=cpu' });
  await expect(page.getByTestId('neuron-title')).toContainText('output 7');
  const before = await measure(page);
  expect(before).toMatchObject({ sharp: 1, enlarged: 1 });
  await page.keyboard.press('p');
  await expect.poll(async () => (await measure(page)).enlarged).toBeCloseTo(1.5, 2);
  const after = await measure(page);
  expect(after.text / before.text).toBeCloseTo(1.5, 1);
  expect(after.sharp).toBeCloseTo(1, 2);
  expect(after.reach).toBe(0);
  // What is to be read from the back row is there at once: the pad and all of the rasters.
  const low = await boxOf(lanes(page));
  expect(low.y + low.height).toBeLessThan(720);
  await clickLane(page, 3);
  // A sheet opens at its button, enlarged as well.
  const data = page.getByTestId('data');
  await data.click();
  const sheet = await page.getByRole('dialog').boundingBox();
  const button = await boxOf(data);
  expect(Math.abs(sheet!.x - button.x)).toBeLessThan(4);
  expect(sheet!.y - button.y - button.height).toBeGreaterThanOrEqual(0);
  expect(sheet!.y - button.y - button.height).toBeLessThan(16);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect.poll(() => measure(page)).toEqual(before);
  await expect(page.getByTestId('neuron-title')).toContainText('output 3');
  await clickLane(page, 4);
  // The button does the same, and an address may ask for it.
  await page.getByRole('button', { name: 'Presentation' }).click();
  await expect.poll(async () => (await measure(page)).enlarged).toBeCloseTo(1.5, 2);
  await page.keyboard.press('p');
  await expect.poll(() => measure(page)).toEqual(before);
  await page.goto('/?engine=cpu&present');
  await expect.poll(async () => (await measure(page)).enlarged).toBeCloseTo(1.5, 2);
});

test('F fills the screen with the panel pointed at, dialogs above it; where that is refused, the window', async ({
  page,
}) => {
  await open(page, { query: '?engine=cpu' });
  // What the Neuron panel has to say of a neuron is of another height than of the next.
  await clickLane(page, 3);
  await expect(page.getByTestId('neuron-title')).toContainText('output 3');
  const area = async () => {
    const box = await spikes(page).boundingBox();
    return [box!.x, box!.y, box!.width, box!.height];
  };
  const before = await area();
  const { x, y } = await boxOf(lanes(page));
  await page.mouse.move(x + 200, y - 40);
  await page.keyboard.press('f');
  await expect.poll(area).toEqual([0, 0, 1280, 720]);
  expect(await page.evaluate(() => document.fullscreenElement !== null)).toBe(true);
  // What lies below is out of the way of the Tab key.
  await expect(page.getByTestId('drawing-pad')).toBeHidden();
  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: 'Help and shortcuts' });
  await expect(help).toContainText('Full screen for the panel pointed at');
  await page.keyboard.press('Escape');
  await expect(help).toHaveCount(0);
  await page.keyboard.press('f');
  await expect.poll(area).toEqual(before);
  expect(await page.evaluate(() => document.fullscreenElement)).toBeNull();

  await page.evaluate(() => {
    Element.prototype.requestFullscreen = () => Promise.reject(new TypeError('refused'));
  });
  // By keyboard: the button in the panel's head.
  const own = spikes(page).getByRole('button', { name: 'Full screen (F)' });
  await own.focus();
  await page.keyboard.press('Enter');
  await expect.poll(area).toEqual([0, 0, 1280, 720]);
  await expect(page.getByText('the panel fills the window instead')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect.poll(area).toEqual(before);
  await expect(page.getByText('the panel fills the window instead')).toHaveCount(0);
  await expect(page.getByTestId('neuron-title')).toContainText('output 3');
});
