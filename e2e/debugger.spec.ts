import { expect, test, type Page } from '@playwright/test';
import { answer, open } from './page';

/** Shows the first test digit that the shipped network misreads. */
async function showMisread(page: Page): Promise<{ label: string; read: string }> {
  // The label follows at once and the answer when the engine has it: only another answer is that of the new image.
  const words = page.getByTestId('answer');
  await expect(words).toContainText(/^7\D*\d\.\d{3}/);
  const before = await words.innerText();
  await page.getByRole('button', { name: 'misread', exact: true }).click();
  await expect(words).not.toHaveText(before);
  const label = /\d/.exec(await page.getByTestId('sample-label').first().innerText())![0];
  const read = (await answer(page))[0]!;
  expect(read).not.toBe(label);
  return { label, read };
}

test('finds what makes the network misread a digit, silences it, sees the class flip, and takes it back', async ({
  page,
}) => {
  await open(page, { query: '?engine=cpu' });
  const { label, read } = await showMisread(page);

  // The Neuron panel explains the output that wins; its table has the causes by size.
  const title = page.getByTestId('neuron-title');
  await expect(title).toContainText(`output ${read} fires at`);
  const causes = page.getByRole('region', { name: 'Neuron' }).getByRole('rowheader');
  await expect(causes.first()).toBeVisible();
  const names = await causes.getByRole('button').evaluateAll((all) => all.map((b) => b.ariaLabel!));
  const outcome = page.getByTestId('what-if');

  // The largest causes one after the other, until one of them is what the misreading hangs on.
  let culprit: string | null = null;
  for (const name of names) {
    await page.getByRole('rowheader').getByRole('button', { name, exact: true }).click();
    await expect(title).toContainText(name);
    await page.getByRole('button', { name: 'What if it were silent?' }).click();
    await expect(outcome).toContainText(`${name} is silenced`);
    if ((await outcome.innerText()).includes(`: ${label}, not ${read}`)) {
      culprit = name;
      break;
    }
    await page.getByRole('button', { name: 'Revert' }).click();
    await expect(outcome).not.toBeAttached();
    await page.getByRole('button', { name: `Leave ${name}` }).click();
    await expect(title).toContainText(`output ${read} fires at`);
  }
  expect(culprit, 'one of the largest causes turns the answer to the right one').not.toBeNull();

  // Without it the right class wins, in every view; the ghost is what happened.
  await expect(page.getByText(`${label} decides at`)).toBeVisible();
  await expect(page.getByTestId('answer')).toContainText(new RegExp(`^${label} .* what if$`));
  await expect(page.getByTestId('ghost')).toContainText(`what happened, ${read} at`);
  await expect(title).toContainText(`${culprit} stays silent`);

  // And back.
  await page.getByRole('button', { name: 'Undo the last what-if' }).click();
  await expect(outcome).toContainText(`Taken back: ${culprit} is silenced`);
  await expect(page.getByText(`${read} decides at`)).toBeVisible();
  await expect(title).toContainText(`${culprit} fires at`);
});

test('forces an earlier answer in the time map, and says what the test set gains by waiting', async ({
  page,
}) => {
  await open(page, { query: '?engine=cpu' });
  await page.getByRole('radio', { name: 'time map' }).click();
  await expect(page.getByTestId('time-map')).toHaveCount(3);
  const accuracy = page.getByTestId('forced-accuracy');
  await expect(accuracy).toContainText('% right', { timeout: 30_000 });
  const deadline = page.getByRole('slider', { name: 'Deadline' });
  const read = async () => Number(/([\d.]+) % right/.exec(await accuracy.innerText())![1]);
  await deadline.fill('0.3');
  await expect(page.getByTestId('forced-answer')).toContainText('Forced at 0.300');
  const early = await read();
  await deadline.fill('0.6');
  await expect(page.getByTestId('forced-answer')).toContainText('Forced at 0.600');
  const later = await read();
  expect(early).toBeGreaterThan(10);
  expect(later).toBeGreaterThan(early + 10);
  expect(later).toBeGreaterThan(80);
});

test('compares a misread digit with the nearest one read right, and says every shift', async ({
  page,
}) => {
  await open(page, { query: '?engine=cpu' });
  const { label } = await showMisread(page);
  await page.getByRole('combobox', { name: /^Ghost/ }).selectOption('counterpart');
  const ghost = page.getByTestId('ghost');
  await expect(ghost).toContainText(new RegExp(`\\(an? ${label}, read right\\), ${label} at`));
  await expect(ghost).toContainText(/hidden: .*\d+ (earlier|later|new|gone)/);
  const outputs = page.getByRole('slider', { name: 'Neurons of output' });
  await outputs.focus();
  await page.keyboard.press('ArrowDown');
  await expect(outputs).toHaveAttribute('aria-valuetext', /ghost (silent|at \d\.\d{3})/);
});

test('saves the rasters as a picture that says what it shows', async ({ page }) => {
  await open(page, { query: '?engine=cpu' });
  await page.getByRole('button', { name: 'Save the rasters' }).click();
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Picture (SVG)' }).click();
  const download = await waiting;
  expect(download.suggestedFilename()).toBe('rasters.svg');
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  const svg = Buffer.concat(chunks).toString('utf8');
  expect(svg).toMatch(/<title>Rasters of 784-128-10, test image 1 \(label 7\): 7 decides at/);
  expect(svg).toContain('105 of 784 rows');
});

test('tells what is wrong and keeps what was there: a weight beyond limits', async ({ page }) => {
  await open(page, { query: '?engine=cpu' });
  const title = page.getByTestId('neuron-title');
  await expect(title).toContainText('output 7 fires at');
  const before = await title.innerText();
  await page
    .getByRole('button', { name: /^weight from .*: change it$/ })
    .first()
    .click();
  await page.keyboard.type('1e9');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('error')).toContainText(
    'A weight must be a number from −100 to 100.',
  );
  await expect(title).toHaveText(before);
  await expect(page.getByTestId('what-if')).not.toBeAttached();
});

test('time steps: what they would have answered, beside the exact spikes, goes with the link; the engine is checked on request @slow', async ({
  page,
  browser,
}) => {
  await open(page, { query: '?engine=cpu' });
  await page.getByLabel('Ghost: what the spikes').selectOption('stepped');
  const bar = page.getByTestId('stepped');
  await bar.getByLabel('Length of a time step, dt').selectOption('0.05');
  const words = 'the answer is 7 at 0.850. Exactly it is 7 at 0.762: the clock is 0.088 late.';
  await expect(bar).toContainText(words);
  // Without inhibition at the input, and every spike late: all of it has shifted.
  await expect(page.getByTestId('ghost')).toContainText('input: 105 earlier');
  await expect.poll(() => page.url()).toContain('compare=steps.0.05');
  const other = await (await browser.newContext()).newPage();
  await other.goto(page.url());
  await expect(other.getByTestId('stepped')).toContainText(words);
  await other.context().close();

  await page.getByTestId('engine').click();
  await page.getByTestId('engine-check').click();
  await expect(page.getByTestId('engine-check-words')).toContainText(
    /test image 1 \(label 7\): 159 spikes in both, and the same neurons silent\. The largest difference: .* e?\S* apart\.$/,
  );
});
