import { expect, test, type Page } from '@playwright/test';
import { chooses, done, hinted, openLesson } from './lesson';

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
  await expect(page.getByTestId('lesson-done')).toBeVisible({ timeout: 90_000 });
  await done(page, says);
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
    await hinted(page, 'another patch');
    // On to the patches beside it.
    const onward = neuron.getByRole('button', { name: 'The neuron after it' });
    for (let tries = 0; tries < 10 && !/x 4, y 2/.test(await title.innerText()); tries++)
      await onward.click();
    await done(page, '13 of its 16');

    await setNetwork(page, { 'spike times': 'latency' });
    await done(page, 'New weights');
    await run(page, '94.8 %');
    await expect(page.getByTestId('test-accuracy')).toHaveText('94.80 %');

    await setNetwork(page, { 'a patch emits': 'its first spike' });
    await done(page, 'One spike a patch');
    await run(page, '87.9 %');
    await expect(page.getByTestId('test-accuracy')).toHaveText('87.89 %');

    await chooses(page, 'How many', '13 / 8', 'came when', 'order is gone');
  },
);
