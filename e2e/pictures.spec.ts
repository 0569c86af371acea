/** A picture of every view: the shipped network and the first test image, so that each is the same at every run. */
import { expect, test, type Locator, type Page } from '@playwright/test';
import { open } from './page';

const rasters = (page: Page) => page.getByRole('group', { name: 'Rasters of all layers' });
const neuron = (page: Page) => page.getByRole('region', { name: 'Neuron' });
const spikes = (page: Page) => page.getByRole('region', { name: 'Spikes' });

/** Takes a panel out of the page's layout, so that its picture depends on nothing around it. */
async function frame(panel: Locator, height: number): Promise<void> {
  await panel.evaluate((element, high) => {
    const place = { position: 'fixed', inset: '0 auto auto 0', zIndex: '9' };
    Object.assign(element.style, place, { width: '760px', height: `${high}px` });
  }, height);
}

/** Opens the page, and waits until the views stand still: evaluated, equation set, nothing hovered. */
async function ready(page: Page): Promise<void> {
  await open(page, { query: '?engine=cpu' });
  await expect(page.getByTestId('test-accuracy')).toContainText('98.79 %');
  await expect(page.getByTestId('equation')).toBeVisible();
  await frame(spikes(page), 500);
}

/** The Neuron panel, in front of the Spikes panel. */
async function neuronPicture(page: Page, name: string): Promise<void> {
  await spikes(page).evaluate((element) => element.removeAttribute('style'));
  await frame(neuron(page), 300);
  await page.mouse.move(1400, 890);
  await expect.soft(neuron(page)).toHaveScreenshot(name);
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test('rasters by spike time, the Neuron panel, the time map and deadline', async ({ page }) => {
      await ready(page);
      await expect.soft(rasters(page)).toHaveScreenshot(`rasters-${colorScheme}.png`);

      await neuronPicture(page, `neuron-${colorScheme}.png`);

      await neuron(page).evaluate((element) => element.removeAttribute('style'));
      await frame(spikes(page), 500);
      await page.getByRole('radio', { name: 'time map' }).click();
      await page.getByRole('slider', { name: 'Deadline' }).fill('0.5');
      await expect(page.getByTestId('forced-accuracy')).toContainText('% right');
      await page.mouse.move(1400, 890);
      await expect.soft(spikes(page)).toHaveScreenshot(`time-map-${colorScheme}.png`);

      await page.getByRole('radio', { name: 'circuit' }).click();
      await page.getByTestId('circuit-caption').waitFor();
      await page.mouse.move(1400, 890);
      await expect.soft(spikes(page)).toHaveScreenshot(`circuit-${colorScheme}.png`);
      await page.keyboard.press('d');
      await expect.soft(spikes(page)).toHaveScreenshot(`circuit-decided-${colorScheme}.png`);
    });
  });
}

test('the circuit of points in the middle of the race, by new weights of a seed', async ({
  page,
}) => {
  const points = 'points=yin-yang&width=5&height=1&cut=0&layers=12-3&weights=new&t=0.8';
  await open(page, { query: `?engine=cpu#v=1&${points}` });
  await expect(page.getByTestId('circuit-caption')).toContainText('of 96 synapses');
  await frame(spikes(page), 500);
  await page.mouse.move(1400, 890);
  await expect(spikes(page)).toHaveScreenshot('circuit-points.png');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test('the plane: who answers where, points and those misread, and where a neuron fires as early', async ({
      page,
    }) => {
      const points = 'points=yin-yang&width=5&height=1&cut=0&layers=30-3&weights=yin-yang-5-30-3';
      await open(page, { query: `?engine=cpu#v=1&${points}&neuron=1.4&sample=3` });
      await expect(page.getByTestId('test-accuracy')).toContainText('%');
      const input = page.getByRole('region', { name: 'Input' });
      await expect(input.getByTestId('answer')).toContainText('first at');
      await page.mouse.move(1400, 890);
      await expect(input).toHaveScreenshot(`plane-${colorScheme}.png`);
    });
  });
}

test('rasters with the causes of a neuron', async ({ page }) => {
  await ready(page);
  await neuron(page).getByRole('rowheader').getByRole('button').first().dispatchEvent('click');
  await page.getByText('Show spike times').waitFor();
  await page.mouse.move(1400, 890);
  await expect(rasters(page)).toHaveScreenshot('causes.png');
  await page.getByRole('radio', { name: 'causes' }).dispatchEvent('click');
  await page.mouse.move(1400, 890);
  await neuronPicture(page, 'neuron-causes.png');
});

test('rasters with temporal errors', async ({ page }) => {
  await ready(page);
  await page.getByRole('combobox', { name: /^Temporal error/ }).selectOption('3');
  await page.mouse.move(1400, 890);
  await expect(rasters(page)).toHaveScreenshot('errors.png');
});

test('rasters with a ghost', async ({ page }) => {
  await ready(page);
  await page.getByRole('combobox', { name: /^Ghost/ }).selectOption('counterpart');
  await expect(page.getByTestId('ghost')).toContainText('read as');
  await page.mouse.move(1400, 890);
  await expect(rasters(page)).toHaveScreenshot('ghost.png');
});

test('rows in the order of their spikes, zoomed in', async ({ page }) => {
  await ready(page);
  await page.getByRole('combobox', { name: 'Order of the rows' }).selectOption('time');
  await page.getByRole('button', { name: 'Zoom in at the cursor' }).click();
  await page.getByRole('button', { name: 'Zoom in at the cursor' }).click();
  await page.mouse.move(1400, 890);
  await expect(rasters(page)).toHaveScreenshot('zoomed.png');
});

test('an input neuron', async ({ page }) => {
  await ready(page);
  const inputs = page.getByRole('slider', { name: 'Neurons of input' });
  await inputs.focus();
  for (const key of ['ArrowDown', 'ArrowDown', 'Enter']) await page.keyboard.press(key);
  await expect(page.getByTestId('neuron-title')).toContainText('pixel');
  await page.keyboard.press('Tab');
  await neuronPicture(page, 'input-neuron.png');
});
