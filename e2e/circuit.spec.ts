/** The circuit: every neuron a tile, every synapse a curve, spikes seen to act. */
import { expect, test, type Page } from '@playwright/test';
import { open } from './page';

const circuit = (page: Page) => page.getByTestId('circuit');
const shows = (page: Page, name: string) => page.getByRole('radio', { name, exact: true }).click();

/** What is drawn, byte for byte. */
const drawn = (page: Page) =>
  circuit(page)
    .locator('canvas')
    .evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());

test('a neuron silenced in the circuit is silent in the raster, one that is removed is gone, and undo brings both back', async ({
  page,
}) => {
  await open(page, { query: '?engine=cpu' });
  const hidden = page.locator('[data-testid="raster"][data-layer="1"]');
  await expect(hidden).toHaveAttribute('data-spikes', /\d/);
  const spikes = Number(await hidden.getAttribute('data-spikes'));
  // The strongest cause of the decision.
  const cause = page.getByRole('region', { name: 'Neuron' }).getByRole('rowheader').first();
  await cause.getByRole('button').click();
  await shows(page, 'circuit');
  await expect(page.getByTestId('circuit-caption')).toContainText(/^\d+ of 101,632 synapses/);
  const told = page.getByTestId('circuit-told');
  await expect(told).toContainText(/^hidden \d+ fires at/);
  await told.getByRole('button', { name: 'Silence the neuron' }).click();
  await expect(told).toContainText('is silenced');
  await shows(page, 'raster');
  await expect(hidden).toHaveAttribute('data-spikes', String(spikes - 1));
  await page.getByRole('button', { name: 'Undo the last what-if' }).click();
  await expect(hidden).toHaveAttribute('data-spikes', String(spikes));

  await shows(page, 'circuit');
  await told.getByRole('button', { name: 'Remove the neuron' }).click();
  await expect(page.getByTestId('circuit-caption')).toContainText('of 100,838 synapses');
  await page.getByRole('button', { name: 'Bring the former network back' }).click();
  await expect(page.getByTestId('circuit-caption')).toContainText('of 101,632 synapses');
  await shows(page, 'raster');
  await expect(hidden).toHaveAttribute('data-spikes', String(spikes));
});

test('reduced motion leaves states alone; a phone has the columns from top to bottom; points begin with the circuit', async ({
  page,
}) => {
  await open(page, { query: '?engine=cpu#v=1&shows=circuit&t=0.3' });
  const stage = page.getByRole('slider', { name: /^Circuit/ });
  await expect(page.getByText('The race is on')).toBeVisible();
  await page.mouse.move(1430, 890);
  const moving = await drawn(page);
  expect(await drawn(page)).toBe(moving);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await expect.poll(() => drawn(page)).not.toBe(moving);
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await expect.poll(() => drawn(page)).toBe(moving);
  // Arrow keys lead back from the output, and what is reached is read out.
  await stage.focus();
  await page.keyboard.press('ArrowLeft');
  await expect(stage).toHaveAttribute('aria-valuetext', /^hidden \d+ (fires|has not fired)/);

  const wide = (await stage.boundingBox())!;
  expect(wide.width).toBeGreaterThan(wide.height);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByTestId('tab-spikes').click();
  const tall = (await stage.boundingBox())!;
  expect(tall.height).toBeGreaterThan(1.5 * tall.width);
  const overflow = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
  expect(overflow).toBe(0);

  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('about:blank');
  const points = 'points=yin-yang&width=5&height=1&cut=0&layers=12-3&weights=new';
  await open(page, { query: `?engine=cpu#v=1&${points}` });
  await expect(page.getByTestId('circuit-caption')).toContainText(/^\d+ of 96 synapses/);
});
