import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { open } from './page';

const CPU = '?engine=cpu';

const style = (locator: Locator, property: string): Promise<string> =>
  locator.evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);

/** The colour of a canvas' brightest or darkest pixel: its text's, where it has nothing else. */
const extreme = (canvas: Locator, brightest: boolean): Promise<number[]> =>
  canvas.evaluate((element: HTMLCanvasElement, most) => {
    const { data } = element.getContext('2d')!.getImageData(0, 0, element.width, element.height);
    let found: number[] = [];
    let best = -Infinity;
    for (let i = 0; i < data.length; i += 4) {
      if (data[i + 3]! < 255) continue;
      const sum = data[i]! + data[i + 1]! + data[i + 2]!;
      if ((most ? sum : -sum) <= best) continue;
      best = most ? sum : -sum;
      found = Array.from(data.subarray(i, i + 3));
    }
    return found;
  }, brightest);

for (const colorScheme of ['light', 'dark'] as const) {
  test(`forced colours, ${colorScheme}: what is chosen, told and drawn is seen`, async ({
    page,
  }) => {
    await page.emulateMedia({ forcedColors: 'active', colorScheme });
    await open(page, { query: `${CPU}#v=1&sample=3&neuron=1.5` });
    const text = await style(page.locator('body'), 'color');

    // Canvases draw in the system's text colour.
    const [r, g, b] = await extreme(page.locator('canvas[class*=axis]'), colorScheme === 'dark');
    expect(`rgb(${r}, ${g}, ${b})`).toBe(text);

    // What marks mean keeps its colours, and has a shape.
    const legend = page.getByText('pushes hidden 5 to fire').locator('xpath=..').locator('i');
    await expect(legend).toContainText('▲');
    expect(await style(legend, 'color')).not.toBe(text);

    // A step of training in slow motion: the layers that it is about have an edge, the others do not get faint.
    await page.getByTestId('train-slow').click();
    await expect(page.getByTestId('slow-caption').first()).toBeVisible();
    const layers = page.getByTestId('raster');
    await expect.poll(() => style(layers.nth(0), 'outline-style')).toBe('solid');
    expect(await style(layers.nth(2), 'outline-style')).toBe('none');
    await expect.poll(() => style(layers.nth(2), 'opacity')).toBe('1');
    await page.getByTestId('slow-close').click();

    // What cannot be used says so by its colour alone, and is read.
    expect(await style(page.getByTestId('undo-drawing'), 'opacity')).toBe('1');
    // The chosen sample, and how far training has come.
    const samples = page.locator('button:has(img)[aria-pressed]');
    const chosen = samples.and(page.locator('[aria-pressed=true]'));
    expect(await style(chosen, 'outline-style')).toBe('solid');
    const others = samples.and(page.locator('[aria-pressed=false]'));
    expect(await style(others.first(), 'outline-style')).toBe('none');
    const bar = page.locator('[class*=progress] [class*=bar]').first();
    expect(await style(bar.locator('div'), 'background-color')).not.toBe(
      await style(bar, 'background-color'),
    );
  });

  test(`more contrast, ${colorScheme}: axe finds no text below 7:1 @slow`, async ({ page }) => {
    await page.emulateMedia({ contrast: 'more', colorScheme });
    await open(page, { query: `${CPU}#v=1&sample=3&neuron=1.5` });
    await expect(page.getByTestId('neuron-title')).toBeVisible();
    const wrong = async () => {
      const rules = ['color-contrast', 'color-contrast-enhanced'];
      const { violations } = await new AxeBuilder({ page }).withRules(rules).analyze();
      return violations.flatMap(({ nodes }) =>
        nodes.map((n) => `${String(n.target)}: ${n.failureSummary}`),
      );
    };
    expect(await wrong()).toEqual([]);
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog')).toBeVisible();
    expect(await wrong()).toEqual([]);
  });
}

/** Widths and heights of canvases that are not those of the pixels that they cover; and how many canvases there are. */
async function blurred(page: Page): Promise<{ wrong: string[]; count: number }> {
  return page.evaluate(async () => {
    const canvases = Array.from(document.querySelectorAll('canvas')).filter((c) => c.clientWidth);
    const wrong: string[] = [];
    for (const canvas of canvases) {
      const size = await new Promise<ResizeObserverSize>((resolve) => {
        new ResizeObserver(([entry], observer) => {
          observer.disconnect();
          resolve(entry!.devicePixelContentBoxSize[0]!);
        }).observe(canvas, { box: 'device-pixel-content-box' });
      });
      const is = `${canvas.width} x ${canvas.height}`;
      const covers = `${size.inlineSize} x ${size.blockSize}`;
      if (is !== covers) wrong.push(`${canvas.className}: ${is} instead of ${covers}`);
    }
    return { wrong, count: canvases.length };
  });
}

test('@slow on monitors of other pixel ratios every canvas has just the pixels that it covers', async ({
  playwright,
  launchOptions,
}) => {
  const monitors = [1, 1.25, 2];
  const screen = (ratio: number, n: number) => `{${n * 1440},0 1440x900 devicePixelRatio=${ratio}}`;
  const browser = await playwright.chromium.launch({
    ...launchOptions,
    args: [
      ...launchOptions.args!,
      `--screen-info=${monitors.map(screen).join('')}`,
      '--window-size=1440,900',
    ],
  });
  const { baseURL } = test.info().project.use;
  const page = await browser.newPage({ viewport: null, baseURL });
  const session = await page.context().newCDPSession(page);
  const { windowId } = await session.send('Browser.getWindowForTarget');
  const move = (monitor: number) =>
    session.send('Browser.setWindowBounds', { windowId, bounds: { left: monitor * 1440 } });
  const points = 'points=yin-yang&width=5&height=1&cut=0&layers=12-3&weights=new';
  for (const [link, least] of [
    ['sample=3', 7],
    ['sample=3&shows=map', 6],
    ['sample=3&shows=circuit', 5],
    [points, 5],
  ] as const) {
    await page.goto('about:blank');
    await open(page, { query: `${CPU}#v=1&${link}`, samples: link !== points });
    await expect(page.getByTestId('neuron-title')).toBeVisible();
    await expect.poll(async () => (await blurred(page)).count).toBeGreaterThanOrEqual(least);
    for (const monitor of [1, 2, 0]) {
      await move(monitor);
      await expect.poll(() => page.evaluate(() => devicePixelRatio)).toBe(monitors[monitor]);
      await expect.poll(async () => (await blurred(page)).wrong, link).toEqual([]);
    }
  }
  await browser.close();
});

test('who asks for less motion has none that is not asked for', async ({ page }) => {
  /** Durations in ms of what moves, and of what would as it changes. */
  const moving = () =>
    page.evaluate(() => {
      const lasting = (value: string) => value.split(',').some((part) => parseFloat(part) > 0.01);
      return Array.from(document.querySelectorAll('*')).flatMap((element) => {
        const { animationName, animationDuration, transitionDuration, scrollBehavior } =
          getComputedStyle(element);
        const moves =
          (animationName !== 'none' && lasting(animationDuration)) ||
          lasting(transitionDuration) ||
          scrollBehavior === 'smooth';
        return moves ? [`${element.tagName} ${element.getAttribute('data-testid')}`] : [];
      });
    });
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await open(page, { query: CPU });
  await page.getByTestId('train-slow').click();
  await expect(page.getByTestId('slow-caption').first()).toBeVisible();
  await expect.poll(async () => (await moving()).length).toBeGreaterThan(0);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  expect(await moving()).toEqual([]);
  // What is asked for still moves: the cursor plays.
  await page.getByTestId('slow-close').click();
  const time = page.getByTestId('time');
  const before = await time.innerText();
  await page.getByTestId('play').click();
  await expect.poll(() => time.innerText()).not.toBe(before);
});
