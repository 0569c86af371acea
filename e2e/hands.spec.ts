import { expect, test, type Locator, type Page } from '@playwright/test';
import { swipe } from './finger';
import { boxOf, open } from './page';

const CPU = '?engine=cpu';

const line = (x: number, y: number, dx: number, dy: number) =>
  Array.from({ length: 16 }, (_, i) => ({ x: x + (dx * i) / 15, y: y + (dy * i) / 15 }));

const scrolled = (page: Page) => page.evaluate(() => scrollY);
const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.getAttribute('data-testid') ?? null);

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 664 }, hasTouch: true, isMobile: true });

  test('fingers scroll or scrub, tabs keep their place, messages cover no tool and no dialog', async ({
    page,
  }) => {
    await open(page, { query: CPU, samples: false });
    await expect(page.getByTestId('answer').first()).toContainText(/\d/);
    // A message holds the page where it is and lies on none of the pad's tools.
    const clear = page.getByTestId('clear-drawing');
    const before = (await clear.boundingBox())!;
    const broken = { name: 'broken.safetensors', mimeType: '', buffer: Buffer.from('no model') };
    await page.getByTestId('model-load').setInputFiles(broken);
    await expect(page.getByTestId('error')).toBeVisible();
    expect((await clear.boundingBox())!.y).toBeCloseTo(before.y, 0);
    await clear.tap({ trial: true });
    // Over a dialog it is part of it: dismissing it leaves the dialog open.
    await page.getByTestId('menu').tap();
    await page.getByTestId('models').tap();
    const dialog = page.getByRole('dialog', { name: 'Models' });
    await dialog.getByTestId('error').getByRole('button', { name: 'Dismiss' }).tap();
    await expect(page.getByTestId('error')).toHaveCount(0);
    await expect(dialog).toBeVisible();
    await dialog.getByRole('button', { name: 'Close' }).tap();
    await expect.poll(() => focused(page)).toBe('models');

    await page.getByTestId('tab-spikes').tap();
    const raster = page.getByTestId('raster').first();
    const time = page.getByTestId('time');
    const box = await boxOf(raster);
    const t = await time.innerText();
    const top = await scrolled(page);
    await swipe(page, line(box.x + 200, box.y + 60, 6, -160));
    await expect.poll(() => scrolled(page)).toBeGreaterThan(top + 60);
    expect(await time.innerText()).toBe(t);
    const trace = await boxOf(page.getByRole('img', { name: /^Membrane potential/ }));
    await swipe(page, line(trace.x + 60, trace.y + 150, 6, -120));
    expect(await time.innerText()).toBe(t);
    const now = await boxOf(raster);
    await swipe(page, line(now.x + 120, now.y + 50, 120, 8));
    await expect(time).not.toHaveText(t);

    const place = await scrolled(page);
    // A tap right after a swipe would be taken for half of a double tap.
    await page.getByTestId('tab-training').click();
    await expect(page.getByTestId('train-run')).toBeVisible();
    await page.evaluate(() => scrollTo(0, 0));
    await page.getByTestId('tab-spikes').click();
    await expect.poll(() => scrolled(page)).toBe(place);
  });

  test('held across, the pad is whole in sight and leaves room to scroll', async ({ page }) => {
    await page.setViewportSize({ width: 844, height: 390 });
    await open(page, { query: CPU, samples: false });
    const pad = await boxOf(page.getByTestId('drawing-pad'));
    expect(pad.height).toBeLessThanOrEqual((390 * 2) / 3);
    expect(pad.width).toBeCloseTo(pad.height, 0);
    const top = await scrolled(page);
    const strip = await boxOf(page.getByTestId('strip'));
    await swipe(page, line(strip.x + 120, 340, 0, -200));
    await expect.poll(() => scrolled(page)).toBeGreaterThan(top + 60);
  });
});

test('a window with scroll bars, moved to a finer monitor', async ({
  playwright,
  launchOptions,
}) => {
  const browser = await playwright.chromium.launch({
    ...launchOptions,
    ignoreDefaultArgs: ['--hide-scrollbars'],
    args: [
      ...launchOptions.args!,
      '--screen-info={0,0 1440x700}{1440,0 1440x700 devicePixelRatio=2}',
      '--window-size=1440,700',
    ],
  });
  const page = await browser.newPage({ viewport: null });
  await page.goto(`${test.info().project.use.baseURL}/${CPU}`);
  // Scroll bars take space, and still Reset stays beside Run.
  const run = await boxOf(page.getByTestId('train-run'));
  const reset = await boxOf(page.getByTestId('train-reset'));
  expect(reset.y).toBe(run.y);
  // Only the pixel ratio changes, as when a window is moved to another monitor: every canvas is drawn sharp again.
  await expect(page.getByTestId('raster').first()).toBeVisible();
  const ratios = () =>
    page.evaluate(() => [
      ...new Set(
        Array.from(document.querySelectorAll('canvas'), (canvas) =>
          Math.round((10 * canvas.width) / canvas.clientWidth),
        ),
      ),
    ]);
  await expect.poll(ratios).toEqual([10]);
  const session = await page.context().newCDPSession(page);
  const { windowId } = await session.send('Browser.getWindowForTarget');
  for (const [left, ratio] of [
    [1440, 20],
    [0, 10],
  ]) {
    await session.send('Browser.setWindowBounds', { windowId, bounds: { left } });
    await expect.poll(ratios).toEqual([ratio]);
  }
  await browser.close();
});

test('a pen takes over from the hand that rests on the pad', async ({ browser }) => {
  const page = await browser.newPage({ hasTouch: true });
  await open(page, { query: CPU });
  await page.getByTestId('clear-drawing').click();
  // What hands do alike on every panel comes with the rest.
  await expect(page.getByTestId('spoken')).toBeAttached();
  const { x, y, width, height } = await boxOf(page.getByTestId('drawing-pad'));
  const session = await page.context().newCDPSession(page);
  const pen = (type: 'mousePressed' | 'mouseMoved' | 'mouseReleased', at: number) =>
    session.send('Input.dispatchMouseEvent', {
      type,
      x: x + width / 2,
      y: y + height * at,
      button: 'left',
      buttons: type === 'mouseReleased' ? 0 : 1,
      pointerType: 'pen',
    });
  const palm = { x: x + width * 0.9, y: y + height * 0.9 };
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [palm] });
  await pen('mousePressed', 0.15);
  for (let i = 1; i <= 20; i++) await pen('mouseMoved', 0.15 + i * 0.035);
  await pen('mouseReleased', 0.85);
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await expect(page.getByTestId('answer')).toContainText(/^1/);
  await page.getByTestId('drawing-pad').press('Control+z');
  await expect(page.getByTestId('answer')).toContainText('draw a digit');
  await page.close();
});

test('paper shows the whole page, sharp and in light colours', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.addInitScript(() => {
    const right = (element: Element) => element.getBoundingClientRect().right;
    // Measures what was printed, before the page switches back to its layout for the screen.
    addEventListener(
      'afterprint',
      () => {
        const canvases = document.querySelectorAll<HTMLCanvasElement>(
          '[data-testid=raster] canvas, [data-testid=drawing-pad] canvas',
        );
        const paper = Array.from(canvases, (canvas) => {
          const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
          let inked = 0;
          for (let i = 3; i < data.length; i += 4) if (data[i]! > 128) inked++;
          return { sharp: canvas.width / canvas.clientWidth, inked: inked > 100 };
        });
        // How far the equation reaches over the column that it stands in.
        const equation = document.querySelector('[data-testid=equation]')!;
        const parts = Array.from(equation.querySelectorAll('.katex-base'), (part) => right(part));
        const over = Math.max(...parts) - right(equation.parentElement!);
        Object.assign(window, {
          paper: { canvases: paper, ink: getComputedStyle(document.body).color, over },
        });
      },
      { once: true },
    );
  });
  // The longest equation is that of a neuron that stays silent.
  await open(page, { query: `${CPU}#v=1&sample=3&neuron=1.5` });
  await expect(page.getByTestId('raster')).toHaveCount(3);
  await expect(page.locator('[data-testid=equation] .katex-base').first()).toBeVisible();
  await page.pdf({ format: 'A4' });
  const paper = await page.evaluate(
    () =>
      (
        window as unknown as {
          paper: { canvases: { sharp: number; inked: boolean }[]; ink: string; over: number };
        }
      ).paper,
  );
  expect(paper.canvases).toHaveLength(4);
  for (const { sharp, inked } of paper.canvases) {
    expect(sharp).toBeCloseTo(3, 1);
    expect(inked).toBe(true);
  }
  expect(paper.ink).toBe('rgb(27, 31, 36)');
  expect(paper.over).toBeLessThanOrEqual(0);
  // And the screen is as it was.
  await expect(page.locator('html')).not.toHaveAttribute('data-printing');
  await expect(page.locator('body')).toHaveCSS('color', 'rgb(233, 236, 239)');

  // A dialog that a key opened gives the focus back to where it was.
  await page.getByTestId('train-step').focus();
  for (const key of ['e', '?']) {
    await page.keyboard.press(key);
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect.poll(() => focused(page)).toBe('train-step');
  }
  // In Safari a click gives no focus: it goes to what was clicked all the same.
  await page.evaluate(() => {
    addEventListener('mousedown', (event) => event.preventDefault(), true);
    (document.activeElement as HTMLElement).blur();
  });
  await page.getByTestId('models').click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect.poll(() => focused(page)).toBe('models');
});

test('high contrast shows what is chosen and what colours tell', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
  await open(page, { query: CPU });
  // A choice by hand would draw dark ink on the system's dark ground.
  await page.evaluate(() => localStorage.setItem('mt-spike.theme', 'light'));
  await page.reload();
  await expect(page.getByTestId('answer')).toContainText(/\d/);
  await expect(page.locator('html')).not.toHaveAttribute('data-theme');
  const ground = (locator: Locator) =>
    locator.evaluate((element) => getComputedStyle(element).backgroundColor);
  const switches = page.getByRole('radiogroup');
  await expect.poll(() => switches.count()).toBeGreaterThan(3);
  for (const one of await switches.all()) {
    const chosen = one.getByRole('radio', { checked: true });
    const other = one.getByRole('radio', { checked: false }).first();
    expect(await ground(chosen)).not.toBe(await ground(other));
  }
  const legends = page.locator('[style*="gradient"]');
  expect(await legends.count()).toBe(2);
  for (const legend of await legends.all()) {
    await expect(legend).toHaveCSS('background-image', /gradient/);
  }
});
