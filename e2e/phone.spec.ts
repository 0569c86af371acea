import { expect, test } from '@playwright/test';
import { HANDWRITINGS } from './digits';
import { boxOf, open } from './page';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

test('a digit is drawn with a finger and its spikes are seen on a phone', async ({ page }) => {
  await open(page, { query: '?engine=cpu', samples: false });
  await page.getByTestId('tab-input').tap();
  // What a newcomer needs is on the first screen, below one row of header and one line of words.
  for (const id of ['drawing-pad', 'answer', 'undo-drawing', 'clear-drawing']) {
    await expect(page.getByTestId(id).first()).toBeInViewport({ ratio: 1 });
  }
  const high = async (what: string) => (await page.locator(what).boundingBox())!.height;
  expect(await high('header:has(h1)')).toBeLessThan(60);
  expect(await high('[data-testid="first-line"]')).toBeLessThan(45);
  for (const id of ['learn', 'share', 'menu']) {
    const { width, height } = (await page.getByTestId(id).boundingBox())!;
    expect(Math.min(width, height), id).toBeGreaterThanOrEqual(40);
  }
  await page.getByTestId('menu').tap();
  for (const id of ['data', 'network', 'engine', 'models', 'model-save']) {
    await expect(page.getByTestId(id)).toBeVisible();
  }
  await page.getByTestId('menu').tap();
  await page.getByTestId('clear-drawing').tap();
  const box = await boxOf(page.getByTestId('drawing-pad'));
  const session = await page.context().newCDPSession(page);
  const touch = (
    type: 'touchStart' | 'touchMove' | 'touchEnd',
    points: { x: number; y: number }[],
  ) => session.send('Input.dispatchTouchEvent', { type, touchPoints: points });
  for (const stroke of HANDWRITINGS.upright[3]!) {
    const points = stroke.map(([x, y]) => ({
      x: box.x + x * box.width,
      y: box.y + y * box.height,
    }));
    await touch('touchStart', [points[0]!]);
    for (const point of points.slice(1)) await touch('touchMove', [point]);
    await touch('touchEnd', []);
  }
  await expect(page.getByTestId('answer').first()).toContainText(/^3/);
  // A tap right after the last stroke would be taken for half of a double tap.
  await page.waitForTimeout(500);
  await page.getByTestId('tab-spikes').tap();
  await expect(page.getByTestId('raster').first()).toBeVisible();
  const spikes = await page.getByTestId('raster').first().getAttribute('data-spikes');
  expect(Number(spikes)).toBeGreaterThan(20);
  await page.getByTestId('tab-training').tap();
  await expect(page.getByTestId('train-run')).toBeVisible();
  const overflow = () =>
    page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return scrollWidth - clientWidth;
    });
  expect(await overflow()).toBe(0);

  // A desktop's window at 500 % is as wide as a quarter of it.
  await page.setViewportSize({ width: 256, height: 160 });
  for (const tab of ['training', 'spikes', 'input']) {
    await page.getByTestId(`tab-${tab}`).tap();
    expect(await overflow(), tab).toBe(0);
  }
});
