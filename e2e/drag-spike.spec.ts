import { expect, test, type Page } from '@playwright/test';
import { boxOf, open } from './page';

interface Mark {
  name: string;
  x: number;
  y: number;
  /** Pixels to a unit of time. */
  scale: number;
}

/** Where the `nth` neuron of a layer that fires has its mark: found by keys, as the tip tells. */
async function markOf(page: Page, layer: string, nth: number): Promise<Mark> {
  const cursor = page.getByRole('slider', { name: 'Time cursor' });
  const middle = async () => {
    const box = await boxOf(cursor);
    return box.x + box.width / 2;
  };
  const time = async () => Number(await cursor.getAttribute('aria-valuenow'));
  const [decided, atDecision] = [await time(), await middle()];
  await page.keyboard.press('Home');
  const zero = await middle();
  const scale = (atDecision - zero) / decided;
  await page.keyboard.press('d');
  const rows = page.getByRole('slider', { name: `Neurons of ${layer}` });
  await rows.focus();
  let [found, words] = [0, ''];
  while (found < nth) {
    await page.keyboard.press('ArrowDown');
    words = (await rows.getAttribute('aria-valuetext'))!;
    if (/ (fires|spikes) at /.test(words)) found++;
  }
  const [, name, at] = /^(.*) (?:fires|spikes) at ([\d.]+)/.exec(words)!;
  const { y } = (await page.getByTestId('tip').boundingBox())!;
  await rows.blur();
  return { name: name!, x: zero + Number(at) * scale, y, scale };
}

const stage = (page: Page) => page.locator('[data-hand]').first();

test('a spike is dragged in time in the raster and in the potential, given up, undone, moved by keys', async ({
  page,
}) => {
  await open(page, { query: '?engine=cpu' });
  const whatIf = page.getByTestId('what-if');
  const held = page.getByTestId('held-spike');
  const time = page.getByTestId('time');
  await expect(page.getByTestId('answer')).toContainText(/^7.*\d\.\d{3}/);
  const before = await time.innerText();
  const { name, x, y, scale } = await markOf(page, 'hidden', 3);

  // It is seen that it can be dragged.
  await page.mouse.move(x, y);
  await expect(stage(page)).toHaveAttribute('data-hand', 'open');
  await expect(stage(page)).toHaveCSS('cursor', 'grab');

  const rows = await page.getByTestId('raster').first().boundingBox();
  // Where it is, what was predicted and what comes of it, while it moves; Escape gives it up.
  await page.mouse.down();
  await page.mouse.move(x - 20, y);
  await page.mouse.move(x - 0.1 * scale, y, { steps: 4 });
  await expect(held).toContainText(
    new RegExp(`^${name}: spike at \\d\\.\\d{3}, 0\\.(09|10)\\d earlier`),
  );
  await expect(held).toContainText(
    /output 7: predicted (0\.\d+ (earlier|later)|not moved), actual (0\.\d+ (earlier|later)|not moved)$/,
  );
  await expect(page.getByTestId('answer')).toContainText('what if');
  // Nothing moves under the hand.
  expect(await page.getByTestId('raster').first().boundingBox()).toEqual(rows);
  await page.keyboard.press('Escape');
  await expect(held).not.toBeAttached();
  await expect(whatIf).not.toBeAttached();
  await page.mouse.move(x - 60, y);
  await page.mouse.up();
  await expect(whatIf).not.toBeAttached();
  await expect(time).toHaveText(before);

  // Let go it stays, and is undone and redone as any change.
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x - 0.1 * scale, y, { steps: 4 });
  await page.mouse.up();
  await expect(held).not.toBeAttached();
  await expect(whatIf).toContainText(`What if ${name} spikes at`);
  await page.keyboard.press('Control+z');
  await expect(whatIf).toContainText(`Taken back: ${name} spikes at`);
  await page.keyboard.press('Control+Shift+Z');
  await expect(whatIf).toContainText(`What if ${name} spikes at`);
  await page.getByRole('button', { name: 'Revert' }).click();

  // Beside the marks a drag still moves the cursor.
  const box = await boxOf(page.getByTestId('raster').nth(2));
  await page.mouse.move(box.x + 200, box.y + 3);
  await page.mouse.down();
  await page.mouse.move(box.x + 260, box.y + 3, { steps: 3 });
  await page.mouse.up();
  await expect(whatIf).not.toBeAttached();
  await expect(time).not.toHaveText(before);
  await page.keyboard.press('d');

  // Keys move that of the selected neuron; several steps are one change.
  await page.mouse.click(x, y);
  await expect(page.getByTestId('neuron-title')).toContainText(name);
  const own = async () =>
    Number(/at (\d\.\d{3})/.exec(await page.getByTestId('neuron-title').innerText())![1]);
  const start = await own();
  await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('Shift+ArrowLeft');
  await expect.poll(own).toBeCloseTo(start - 0.02, 2);
  await page.keyboard.press('Control+Shift+ArrowRight');
  await expect.poll(own).toBeCloseTo(start + 0.08, 2);
  await expect(page.getByText('Moved by a what-if', { exact: false })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(whatIf).toContainText('Taken back');
  await page.getByRole('button', { name: 'Leave it' }).click();
  await page.keyboard.press('Escape');

  // In the potential: a spike that arrives, found under the plot.
  const plot = page.getByRole('img', { name: /^Membrane potential of output 7/ });
  const trace = await boxOf(plot);
  const line = trace.y + trace.height - 33;
  let at = trace.x + trace.width * 0.4;
  await expect(async () => {
    await page.mouse.move((at += 3), line);
    await expect(plot.locator('..')).toHaveAttribute('data-hand', 'open', { timeout: 100 });
  }).toPass();
  await page.mouse.down();
  await page.mouse.move(at + 30, line, { steps: 4 });
  const beside = page.getByRole('region', { name: 'Neuron' }).getByTestId('held-spike');
  await expect(beside).toContainText(/^hidden \d+: spike at .* later/);
  await expect(beside).toContainText(/output 7: /);
  await page.mouse.up();
  await expect(whatIf).toContainText(/What if hidden \d+ spikes at/);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('a finger near a spike that stands alone drags it, and up and down still scrolls', async ({
    page,
  }) => {
    await open(page, { query: '?engine=cpu', samples: false });
    await page.getByTestId('tab-spikes').tap();
    await expect(page.getByText('7 decides at')).toBeVisible();
    const { name, x, y } = await markOf(page, 'output', 1);
    const session = await page.context().newCDPSession(page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...points: [number, number][]) =>
      session.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: points.map(([px, py]) => ({ x: px, y: py })),
      });
    const drag = async (dx: number, dy: number) => {
      await touch('touchStart', [x + 12, y - 4]);
      for (let n = 1; n <= 8; n++)
        await touch('touchMove', [x + 12 + (dx * n) / 8, y - 4 + (dy * n) / 8]);
    };
    const scrolled = () => page.evaluate(() => document.scrollingElement!.scrollTop);
    const top = await scrolled();
    await drag(-48, 0);
    await expect(page.getByTestId('held-spike')).toContainText(`${name}: spike at`);
    await touch('touchEnd');
    await expect(page.getByTestId('what-if')).toContainText(`${name} spikes at`);
    expect(await scrolled()).toBe(top);
    await page.getByRole('button', { name: 'Revert' }).click();
    await expect(page.getByTestId('what-if')).not.toBeAttached();
    await drag(0, -160);
    await touch('touchEnd');
    await expect.poll(scrolled).toBeGreaterThan(top);
    await expect(page.getByTestId('what-if')).not.toBeAttached();
  });
});
