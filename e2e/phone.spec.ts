import { expect, test, type Locator } from '@playwright/test';
import { clippedTexts } from './clipped';
import { HANDWRITINGS } from './digits';
import { fingerOn, swipe } from './finger';
import { boxOf, open } from './page';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

/** Every size is that of a phone that is sold, the browser's bars taken off or not. */
for (const [width, height] of [
  [390, 844],
  [375, 667],
  [360, 740],
  [320, 640],
  [844, 390],
  [740, 360],
] as const) {
  test(`pad and spikes are seen together, ${width} x ${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await open(page, { query: '?engine=cpu', samples: false });
    const pad = page.getByTestId('drawing-pad');
    const strip = page.getByTestId('strip');
    for (const what of [pad, strip, page.getByTestId('answer'), page.getByTestId('clear-drawing')])
      await expect(what).toBeInViewport({ ratio: 0.97 });
    const [drawn, spikes] = [(await pad.boundingBox())!, (await strip.boundingBox())!];
    expect(drawn.height).toBeLessThanOrEqual((height * 2) / 3);
    expect(drawn.height).toBeGreaterThanOrEqual(width < 350 ? 160 : 200);
    if (width > height) expect(spikes.x).toBeGreaterThan(drawn.x + drawn.width);
    else expect(spikes.y).toBeGreaterThan(drawn.y + drawn.height);

    // While the finger is still down the spikes follow it.
    const input = page.getByTestId('strip-raster').first();
    await page.getByTestId('clear-drawing').tap();
    await expect(input).toHaveAttribute('data-spikes', '0');
    const finger = await fingerOn(page);
    const [from, to] = HANDWRITINGS.upright[1]![0]!.map(([x, y]) => ({
      x: drawn.x + x * drawn.width,
      y: drawn.y + y * drawn.height,
    }));
    await finger.down(from!);
    await finger.move(to!);
    await expect
      .poll(async () => Number(await input.getAttribute('data-spikes')))
      .toBeGreaterThan(20);
    await finger.up();
    await expect(page.getByTestId('answer')).toContainText(/^1/);

    // A finger that moves over the strip moves the time, one that taps a spike sees it large, with its reasons below.
    const cursor = strip.getByRole('slider', { name: 'Time cursor' });
    const along = (...shares: number[]) =>
      shares.map((share) => ({
        x: spikes.x + spikes.width * share,
        y: spikes.y + spikes.height * 0.2,
      }));
    await swipe(page, along(0.4, 0.42, 0.46, 0.5));
    const before = Number(await cursor.getAttribute('aria-valuenow'));
    await swipe(page, along(0.5, 0.52, 0.56, 0.6));
    expect(Number(await cursor.getAttribute('aria-valuenow'))).toBeGreaterThan(before);
    const lanes = (await page.getByTestId('strip-raster').last().boundingBox())!;
    // The meter of a lane stands for its neuron.
    await page.touchscreen.tap(lanes.x + lanes.width - 20, lanes.y + lanes.height * 0.35);
    await expect(page.getByTestId('tab-spikes')).toHaveAttribute('aria-selected', 'true');
    await expect(page.getByTestId('neuron-title')).toContainText(/output [34]/);
    // The tap presses nothing of what came under the finger: here, where 390 pixels are wide, the neuron's full screen.
    await expect(page.locator('[data-full]')).toHaveCount(0);
  });
}

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
  for (const stroke of HANDWRITINGS.upright[3]!) {
    const places = stroke.map(([x, y]) => ({
      x: box.x + x * box.width,
      y: box.y + y * box.height,
    }));
    await swipe(page, places);
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
  // Own classes need the pad: it comes, whichever tab is shown, and stays in sight, with the strip and the names, as classes are added.
  await page.getByTestId('menu').tap();
  await page.getByTestId('data').tap();
  await page.getByTestId('teach-open').tap();
  await expect(page.getByTestId('teach-add')).toHaveCount(2);
  await expect(page.getByTestId('menu')).toHaveAttribute('aria-expanded', 'false');
  await page.getByTestId('teach-class').tap();
  await expect(page.getByTestId('teach-add')).toHaveCount(3);
  for (const id of ['drawing-pad', 'strip'])
    await expect(page.getByTestId(id)).toBeInViewport({ ratio: 1 });
  const names = (await page.getByTestId('teach-add').first().boundingBox())!;
  const strip = (await page.getByTestId('strip').boundingBox())!;
  expect(strip.y + strip.height).toBeLessThanOrEqual(names.y);
  const overflow = () =>
    page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return scrollWidth - clientWidth;
    });
  expect(await overflow()).toBe(0);
});

/** A window of 1280 x 900 at 200 %, 400 % and, beyond what is asked for, 500 %. */
for (const [width, height] of [
  [640, 450],
  [320, 225],
  [256, 160],
] as const) {
  test(`everything reflows in a window as small as an enlarged one, ${width} x ${height}`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await open(page, { query: '?engine=cpu#v=1&neuron=1.7', samples: false });
    await expect(page.getByTestId('strip')).toBeAttached();
    const pad = (await page.getByTestId('drawing-pad').boundingBox())!;
    expect(pad.height).toBeLessThanOrEqual((height * 2) / 3);
    for (const tab of ['training', 'spikes', 'input']) {
      await page.getByTestId(`tab-${tab}`).click();
      const over = await page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        return scrollWidth - clientWidth;
      });
      expect(over, tab).toBe(0);
      if (width >= 320) expect(await clippedTexts(page), tab).toEqual([]);
      // What stays while the page scrolls leaves most of the window to what scrolls.
      await page.evaluate(() => scrollTo(0, 400));
      const stays = await page.evaluate(() => {
        const { top, bottom } = document.querySelector('[data-bar]')!.getBoundingClientRect();
        return Math.max(0, bottom) - Math.max(0, top);
      });
      expect(stays, tab).toBeLessThan(height / 4);
      await page.evaluate(() => scrollTo(0, 0));
    }
  });
}

for (const [width, height] of [
  [768, 1024],
  [820, 1180],
  [1024, 768],
] as const) {
  test(`a tablet has the input beside the spikes or the training, ${width} x ${height}`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await open(page, { query: '?engine=cpu#v=1&neuron=1.7', samples: false });
    const seen = (what: Locator) => expect(what).toBeInViewport({ ratio: 0.97 });
    const pad = page.getByTestId('drawing-pad');
    await seen(pad);
    await seen(page.getByTestId('raster').first());
    await seen(page.getByTestId('neuron-title'));
    const rasters = await page.getByTestId('raster').first().boundingBox();
    expect(rasters!.x).toBeGreaterThan((await pad.boundingBox())!.x + 200);
    expect(await clippedTexts(page)).toEqual([]);
    await page.getByTestId('tab-training').tap();
    await seen(page.getByTestId('train-run'));
    await seen(page.getByTestId('test-accuracy'));
    await seen(page.getByRole('figure').first());
    await seen(pad);
    expect(await clippedTexts(page)).toEqual([]);
  });
}
