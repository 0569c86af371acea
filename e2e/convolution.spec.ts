import { expect, test, type Locator, type Page } from '@playwright/test';
import { HANDWRITINGS } from './digits';
import { boxOf, draw, open } from './page';

const CPU = '?engine=cpu';

/** Clicks on the maps of a layer until a neuron that fires is selected. */
async function selectOnMap(page: Page, layer: number): Promise<string> {
  const title = page.getByTestId('neuron-title');
  const box = await boxOf(page.locator(`[data-testid=raster][data-layer="${layer}"] canvas`));
  for (let y = 0.3; y < 0.8; y += 0.1) {
    for (let x = 40; x < 200; x += 7) {
      await page.mouse.click(box.x + x, box.y + y * box.height);
      const text = await title.innerText();
      if (/^conv.* channel \d+ at x \d+, y \d+ fires/.test(text)) return text;
    }
  }
  throw new Error('No neuron of the maps fires.');
}

/** What the contributions add up to. */
async function sumOfAdds(panel: Locator): Promise<number> {
  const all = panel.getByRole('button', { name: /^Show all/ });
  if (await all.isVisible()) await all.click();
  const cells = await panel.locator('tbody tr td:nth-of-type(3)').allInnerTexts();
  return cells.reduce((sum, text) => sum + (Number(text.replace('−', '-')) || 0), 0);
}

test(
  'builds a convolution in the editor, trains it, explains a neuron of its maps, edits a shared weight',
  { tag: '@slow' },
  async ({ page }) => {
    await open(page, { query: CPU });
    await page.getByTestId('network').click();
    const editor = page.getByRole('dialog', { name: 'Network' });
    await editor.getByRole('radiogroup', { name: 'Convolutions' }).getByText('1').click();
    await editor.getByLabel('channels').fill('4');
    await editor.getByLabel('stride', { exact: true }).fill('9');
    await expect(editor.getByTestId('network-cost')).toHaveText(
      'The stride of conv 1 is 9, but must be from 1 to 5.',
    );
    await expect(editor.getByTestId('network-apply')).toBeDisabled();
    await editor.getByLabel('stride', { exact: true }).fill('3');
    await editor.getByLabel('hidden 1').fill('16');
    const figures = editor.getByTestId('network-figures');
    await expect(figures).toContainText('784-4c5s3-16-10');
    // 4 x 25 shared weights, 8 x 8 x 4 neurons to 16, 16 to 10.
    await expect(figures).toContainText('4,356');
    await expect(figures).toContainText('shared by 10,656 synapses');
    await expect(editor.getByTestId('network-cost')).toContainText('Needs a new network');
    await editor.getByTestId('network-apply').click();
    await expect(page.getByTestId('network')).toContainText('784 → 4c5s3 → 16 → 10');

    for (let step = 1; step <= 3; step++) {
      await page.getByTestId('train-step').click();
      await expect(page.getByTestId('training-step')).toHaveText(String(step));
    }
    await draw(page, HANDWRITINGS.upright[3]!);
    await expect(page.locator('[data-testid=raster][data-layer="1"]')).toContainText('/ 256');

    const told = await selectOnMap(page, 1);
    const panel = page.getByRole('region', { name: 'Neuron' });
    await expect(panel.getByTestId('shared-weights')).toContainText('at all 64 positions');
    expect(await sumOfAdds(panel)).toBeCloseTo(1, 1);

    // A weight of the patch, and so of every patch.
    const silentBefore = await page
      .locator('[data-testid=raster][data-layer="1"]')
      .getAttribute('data-spikes');
    await panel
      .getByRole('button', { name: /^shared weight from pixel/ })
      .first()
      .click();
    await page.keyboard.type('-3');
    await page.keyboard.press('Enter');
    const whatIf = page.getByTestId('what-if');
    await expect(whatIf).toContainText('shared by 64 positions is −3');
    await expect(page.locator('[data-testid=raster][data-layer="1"]')).not.toHaveAttribute(
      'data-spikes',
      silentBefore!,
    );
    await page.getByRole('button', { name: 'Undo the last what-if' }).click();
    await expect(whatIf).toContainText('Taken back: ');
    await expect(page.getByTestId('neuron-title')).toHaveText(told);

    // Rows on the time axis in place of the maps, and back.
    await page.getByRole('button', { name: 'Show conv as rows on the time axis' }).click();
    await page.getByRole('button', { name: 'Show conv as maps' }).click();

    // The network before comes back.
    await page.getByTestId('network').click();
    await page.getByRole('button', { name: 'Bring the network before back' }).click();
    await expect(page.getByTestId('network')).toContainText('784 → 128 → 10');
  },
);

test('a link with convolutions opens them elsewhere; slow motion, time map and file know them @slow', async ({
  page,
  browser,
}) => {
  await page.goto(`/${CPU}#v=1&convolutions=3c6s4-5c3&layers=12-10&seed=3&sample=4&neuron=2.31`);
  await expect(page.getByTestId('network')).toContainText('784 → 3c6s4 → 5c3 → 12 → 10');
  await expect(page.getByTestId('sample-label').first()).toContainText(/\d/);
  const spikes = (on: Page) =>
    on
      .getByTestId('raster')
      .evaluateAll((all) => all.map((r) => (r as HTMLElement).dataset.spikes));
  await expect(page.getByTestId('neuron-title')).toContainText('conv 2 channel 1 at x 2, y 1');
  await expect.poll(() => page.url()).toContain('convolutions=3c6s4-5c3');
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(other.getByTestId('sample-label').first()).toContainText(/\d/);
  await expect(other.getByTestId('neuron-title')).toContainText('conv 2 channel 1 at x 2, y 1');
  await expect.poll(() => spikes(other)).toEqual(await spikes(page));
  expect(await spikes(page)).toHaveLength(5);
  await context.close();

  await page.getByRole('radio', { name: 'time map' }).click();
  await expect(page.getByTestId('time-map')).toHaveCount(5);
  await page.getByRole('radio', { name: 'raster', exact: true }).click();

  await page.getByTestId('train-slow').click();
  const caption = page.getByTestId('slow-caption');
  await expect(caption).toContainText('784 pixels spike');
  await page.getByTestId('slow-next').click();
  await expect(caption).toContainText('of 108 reach the threshold');
  await page.getByTestId('slow-next').click();
  await expect(page.getByText('Propagate: conv 2')).toBeVisible();
  await expect(caption).toContainText(/of 80 reach the threshold|whole layer stays silent/);
  await page.getByTestId('slow-close').click();

  const download = page.waitForEvent('download');
  await page.getByTestId('model-save').click();
  const path = await (await download).path();
  await page.getByTestId('train-reset').click();
  await page.getByTestId('model-load').setInputFiles(path);
  await expect(page.getByTestId('network')).toContainText('784 → 3c6s4 → 5c3 → 12 → 10');
});

test('WebGPU or the CPU engine in its place: a convolution trains either way @slow', async ({
  page,
}) => {
  test.setTimeout(180_000);
  await page.goto('/?engine=webgpu#v=1&convolutions=2c7s7&layers=10');
  await expect(page.getByTestId('network')).toContainText('784 → 2c7s7 → 10');
  await expect(page.getByTestId('sample-label').first()).toContainText(/\d/);
  await page.getByTestId('train-step').click();
  await expect(page.getByTestId('training-step')).toHaveText('1', { timeout: 60_000 });
});
