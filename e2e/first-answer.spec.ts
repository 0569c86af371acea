import { expect, test, type Route } from '@playwright/test';

test('the first sample is answered before the engine, its worker and the data have come, and the engine says the same', async ({
  page,
}) => {
  // Held back until the first answer stands on the page.
  let release = (): void => undefined;
  const answered = new Promise<void>((resolve) => (release = resolve));
  const hold = async (route: Route): Promise<void> => {
    await answered;
    await route.continue();
  };
  await page.route(/\/assets\/(worker|engine|kernels)-|\/data\//, hold);
  await page.goto('/?engine=cpu');
  const answer = page.getByTestId('answer');
  const said = '7 first at t = 0.762, ahead of 3 by 0.201 right';
  await expect(answer).toHaveText(said);
  const engine = page.getByTestId('engine');
  await expect(engine).not.toContainText('CPU');

  // What comes then changes nothing of it.
  const texts = answer.evaluate(async (element) => {
    const seen = new Set<string>();
    new MutationObserver(() => seen.add(element.textContent)).observe(element, {
      subtree: true,
      childList: true,
      characterData: true,
    });
    const counted = () => document.querySelector('[data-testid=test-accuracy]')?.textContent ?? '';
    while (!/\d/.test(counted())) await new Promise((resolve) => setTimeout(resolve, 50));
    return [...seen];
  });
  release();
  await expect(engine).toContainText('CPU');
  await expect(page.getByTestId('test-accuracy')).toContainText('98.79');
  expect((await texts).filter((text) => text.trim() !== said)).toEqual([]);
  await expect(answer).toHaveText(said);
  await expect(page.getByTestId('error')).toHaveCount(0);
});

test('a phone shows the tab that is asked for before the first answer', async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  await page.route(/\.safetensors$/, () => undefined);
  await page.goto('/?engine=cpu');
  await expect(page.getByTestId('answer').first()).toContainText('one moment');
  await expect(page.getByRole('region', { name: 'Spikes', includeHidden: true })).toHaveCount(0);
  await page.getByTestId('tab-spikes').click();
  await expect(page.getByRole('region', { name: 'Spikes' })).toBeVisible();
  await context.close();
});
