import { expect, test, type Page } from '@playwright/test';
import { choose, did, hint, next, openLesson } from './play';

/** Chooses in the network's dialog, and applies. */
async function setNetwork(page: Page, choices: Record<string, string>): Promise<void> {
  await page.getByTestId('network').click();
  const dialog = page.getByRole('dialog', { name: 'Network' });
  for (const [field, choice] of Object.entries(choices))
    await dialog.getByLabel(field, { exact: true }).selectOption(choice);
  await dialog.getByTestId('network-apply').click();
  await expect(dialog).toHaveCount(0);
}

/** Runs to the end of the plan. */
async function run(page: Page, says: string): Promise<void> {
  await page.getByTestId('train-run').click();
  await expect(did(page)).toContainText(says, { timeout: 90_000 });
}

test(
  'lesson 11 is played by clicking a cause and training with whole trains and with first spikes',
  { tag: '@slow' },
  async ({ page }) => {
    await openLesson(page, 11);
    const neuron = page.getByRole('region', { name: 'Neuron' });
    const title = page.getByTestId('neuron-title');
    await neuron.getByRole('rowheader').nth(1).getByRole('button').click();
    await expect(title).toContainText('patch x 2, y 2');
    await expect(hint(page)).toContainText('another patch');
    // On to the patches beside it.
    const onward = neuron.getByRole('button', { name: 'The neuron after it' });
    for (let tries = 0; tries < 10 && !/x 4, y 2/.test(await title.innerText()); tries++)
      await onward.click();
    await expect(did(page)).toContainText('13 of its 16');

    await next(page, 'enough to learn');
    await setNetwork(page, { 'spike times': 'latency' });
    await expect(did(page)).toContainText('New weights');
    await next(page, 'Press Run');
    await run(page, '94.8 %');
    await expect(page.getByTestId('test-accuracy')).toHaveText('94.80 %');

    await next(page, 'one spike:');
    await setNetwork(page, { 'a patch emits': 'its first spike' });
    await expect(did(page)).toContainText('One spike a patch');
    await next(page, 'once more');
    await run(page, '87.9 %');
    await expect(page.getByTestId('test-accuracy')).toHaveText('87.89 %');

    await next(page, /is lost/);
    await choose(page, 'How many');
    await expect(page.getByTestId('lesson-wrong')).toContainText('13 / 8');
    await choose(page, 'came when');
    await expect(page.getByTestId('lesson-why')).toContainText('order is gone');
  },
);
