/** Without seeing the rasters, and without a mouse: the keyboard alone, what is read out, and what is heard. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { open } from './page';

/** Presses Tab (Shift Tab) until the focus is on what the selector means. */
async function tabTo(page: Page, selector: string, key = 'Tab'): Promise<void> {
  for (let k = 0; k < 150; k++) {
    await page.keyboard.press(key);
    if (await page.evaluate((s) => document.activeElement?.matches(s) === true, selector)) return;
  }
  throw new Error(`No way by ${key} to ${selector}.`);
}

test('plays a decision, hears it, reads the table and selects a cause by the keyboard alone @slow', async ({
  page,
}) => {
  await open(page, { query: '?engine=cpu' });
  await expect(page.getByTestId('spoken')).toHaveText(
    '7 is the answer, which is right: its output fired first, at 0.762, 0.201 ahead of 3; ' +
      '105 of 784 inputs and 44 of 128 hidden neurons spiked.',
  );
  const table = page.getByTestId('spike-table');
  await page.keyboard.press('t');
  await expect(table).toHaveAttribute('data-spikes', '159');

  // Sound, and the race: what fires is told as it plays.
  const sound = page.getByRole('button', { name: 'Sound of the spikes' });
  await page.keyboard.press('h');
  await expect(sound).toHaveAttribute('aria-pressed', 'true');
  for (const key of ['d', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft']) await page.keyboard.press(key);
  await page.keyboard.press('Space');
  await expect(page.getByTestId('at-cursor')).toHaveText(/output 7 fires and is the answer$/);
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: 'Play' })).toBeVisible();
  await page.keyboard.press('h');
  await expect(sound).toHaveAttribute('aria-pressed', 'false');

  // The table opens at the decision, on its second page; its rows are one stop.
  await page.keyboard.press('d');
  await tabTo(page, 'tbody button');
  const focused = page.locator('tbody button:focus');
  await expect(focused).toHaveAccessibleName('output 7');
  await expect(focused).toHaveAccessibleDescription('0.762');
  await page.keyboard.press('ArrowLeft');
  await expect(focused).toHaveAccessibleDescription('0.761');
  await page.keyboard.press('Home');
  await expect(focused).toHaveAccessibleDescription('0.000');
  await page.keyboard.press('End');
  await expect(focused).toHaveAccessibleName(/^output \d$/);

  // The winner is selected, its causes alone are listed, and one of them is looked into.
  await page.keyboard.press('d');
  await expect(focused).toHaveAccessibleName('output 7');
  await page.keyboard.press('Enter');
  await expect(table.getByRole('columnheader').last()).toHaveText('adds to output 7');
  await tabTo(page, 'input[type=checkbox]', 'Shift+Tab');
  await page.keyboard.press('Space');
  await expect(table.getByRole('caption')).toContainText(/causes of output 7, and its own spike/);
  await tabTo(page, 'tbody button');
  await page.keyboard.press('ArrowUp');
  await expect(focused).toHaveAccessibleName(/^hidden \d+$/);
  const cause = await focused.getAttribute('aria-label');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('neuron-title')).toContainText(`${cause} fires at`);
  await expect(focused).toHaveAccessibleName(cause!);

  // A few rows: axe looks behind every cell of a table that scrolls, 10 s for a hundred rows.
  await page.getByRole('combobox', { name: 'Layers in the table' }).selectOption('output');
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page })
      .include('[data-testid=spike-table]')
      .analyze();
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.target).join(', ')}`),
    ).toEqual([]);
  }

  // A link carries the table.
  await page.goto('/?engine=cpu#v=1&shows=table');
  await page.reload();
  await expect(table).toHaveAttribute('data-spikes', '159');
});

test('what goes away under the focus leaves it in its panel, and says where one is', async ({
  page,
}) => {
  await open(page, { query: '?engine=cpu' });
  const regionOf = () =>
    page.evaluate(
      () => document.activeElement?.closest('section')?.querySelector('h2')?.textContent,
    );

  // A bar that closes with the key on it.
  await page.getByRole('button', { name: 'What if it were silent?' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('spoken')).toHaveText(
    /^With what you changed, 3 is the answer, but should be 7: /,
  );
  await page.getByRole('button', { name: 'Revert' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('what-if')).not.toBeAttached();
  await expect.poll(regionOf).toBe('Spikes');

  // A button that can do nothing for a while, or any more.
  const step = page.getByTestId('train-step');
  await step.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('training-step')).toHaveText(/1/);
  await expect(step).toBeFocused();
  await expect(step).toBeEnabled();

  // The pen and its place; every panel has a way of its own to the full screen.
  await page.getByTestId('drawing-pad').focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByTestId('pen-place')).toHaveText('x 14, y 8, pen up');
  await page.keyboard.press('Space');
  await expect(page.getByTestId('pen-place')).toHaveText('x 14, y 8, pen down');
  for (const name of ['Input', 'Samples', 'Spikes', 'Neuron', 'Training', 'Runs']) {
    await expect(page.getByRole('button', { name: `${name}: Full screen (F)` })).toHaveCount(1);
  }
  await expect(
    page.getByRole('table', { name: /^What each presynaptic spike does to / }),
  ).toBeVisible();
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(page.getByRole('button', { name: 'Share', exact: true })).toBeVisible();
});
