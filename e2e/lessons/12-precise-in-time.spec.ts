import { expect, test, type Page } from '@playwright/test';
import { chooses, clickSpike, done, hinted, openLesson } from './lesson';

/** Opens Robustness, has a curve worked out, reads a level's mean, and closes. */
async function workOut(page: Page, against: string, level: string): Promise<string> {
  await page.getByTestId('robustness').click();
  const dialog = page.getByRole('dialog', { name: 'Robustness' });
  await dialog.getByRole('radio', { name: against }).click();
  const [ring, start] = [page.getByTestId('lesson-ring'), dialog.getByTestId('robustness-start')];
  // The dialog lies over the page, and the ring over the dialog.
  await expect(ring).toHaveAttribute('data-over', 'dialog');
  const [lit, button] = [(await ring.boundingBox())!, (await start.boundingBox())!];
  expect(Math.abs(lit.x + lit.width / 2 - button.x - button.width / 2)).toBeLessThan(3);
  await start.click();
  const row = dialog.locator(`[data-testid="robustness-row"][data-level="${level}"]`);
  await expect(row).toBeVisible({ timeout: 90_000 });
  const mean = await row.getByRole('cell').first().innerText();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  return mean;
}

test(
  'lesson 12 is played by working out two curves and looking at a lead',
  { tag: '@slow' },
  async ({ page }) => {
    await openLesson(page, 12);
    await expect(page.getByTestId('test-accuracy')).toHaveText('98.79 %');
    await workOut(page, 'Lost', '0');
    await hinted(page, 'lost spikes');
    expect(await workOut(page, 'Bits', '3')).toBe('35.27 %');
    await done(page, '93.80 %');

    expect(await workOut(page, 'Jitter', '0.1')).toBe('87.24 %');
    await done(page, '87.24 %');

    await clickSpike(page, { layer: 'output', neuron: 7, time: 0.762 });
    await hinted(page, 'fired first');
    // Otherwise than proposed: by keys.
    await page.getByRole('slider', { name: 'Neurons of output' }).focus();
    for (let row = 7; row > 3; row--) await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await done(page, '0.149');

    await chooses(page, 'get lost', 'Not so', 'nearly as large', '0.149');
  },
);

test(
  'on a phone what a step of lesson 12 lights is scrolled to, though its panel comes later than the lesson',
  { tag: '@slow' },
  async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    let goOn: () => void = () => undefined;
    const told = new Promise<void>((resolve) => (goOn = resolve));
    await page.route('**/assets/rest-*.js', async (route) => {
      await told;
      await route.continue();
    });
    await openLesson(page, 12);
    goOn();
    await expect(page.getByTestId('robustness')).toBeInViewport();
    const sheet = (await page.getByTestId('learn-sheet').boundingBox())!;
    const lit = (await page.getByTestId('robustness').boundingBox())!;
    expect(lit.y + lit.height / 2).toBeLessThan(sheet.y);
  },
);
