import { expect, test, type Page } from '@playwright/test';
import { answer, numberIn, open, settled } from './page';

const CPU = '?engine=cpu';

const offers = (page: Page) => page.getByTestId('note').filter({ hasText: 'was saved' });

/** The steps of the runs that lie in the browser's database. */
function stepsKept(page: Page): Promise<number[]> {
  return page.evaluate(
    () =>
      new Promise<number[]>((resolve, reject) => {
        const open = indexedDB.open('mt-spike-autosave');
        open.addEventListener('error', () => reject(open.error!));
        open.addEventListener('success', () => {
          const all = open.result.transaction('kept').objectStore('kept').getAll();
          all.addEventListener('success', () => {
            open.result.close();
            resolve(all.result.map((run) => run.snapshot.step));
          });
        });
      }),
  );
}

/** Begins to train new weights. */
async function beginTraining(page: Page): Promise<void> {
  await page.getByTestId('train-reset').click();
  await expect(page.getByTestId('training-step')).toHaveText('0');
  await page.getByTestId('train-run').click();
  await expect.poll(() => numberIn(page.getByTestId('training-step'))).toBeGreaterThan(0);
}

test(
  'a reload in the middle of an epoch costs less than five seconds of training',
  { tag: '@slow' },
  async ({ page }) => {
    await open(page, { query: `${CPU}#v=1&layers=32-10&k=2&epochs=1000` });
    await expect(page.getByTestId('network')).toContainText('196 → 32 → 10');
    const start = Date.now();
    await beginTraining(page);
    // More than five seconds, so that something is surely saved; the run may not end meanwhile.
    await page.waitForTimeout(7000);
    const reached = await numberIn(page.getByTestId('training-step'));
    const rate = (reached / (Date.now() - start)) * 1000;
    await page.reload();

    const back = page.getByTestId('note').filter({ hasText: 'is back at step' });
    await expect(back).toContainText('The unfinished run of 196-32-10');
    const saved = await numberIn(page.getByTestId('training-step'));
    expect(saved).toBeGreaterThan(0);
    expect(reached - saved).toBeLessThan(5 * rate);
    await expect(page.getByTestId('test-accuracy')).toContainText('%');

    await back.getByRole('button', { name: 'Go on' }).click();
    await expect.poll(() => numberIn(page.getByTestId('training-step'))).toBeGreaterThan(saved);
    await expect(page.getByTestId('note')).toHaveCount(0);
    await page.getByTestId('train-run').click();
  },
);

test('an opened model and a kept what-if are there again after a reload @slow', async ({
  page,
}) => {
  await open(page, { query: `${CPU}#v=1&neuron=1.5` });
  await page.getByTestId('model-load').setInputFiles('public/models/49-128-10.safetensors');
  await expect(page.getByTestId('network')).toContainText('49 → 128 → 10');
  const accuracy = page.getByTestId('test-accuracy');
  const shown = async () => {
    await expect(accuracy).toContainText('%');
    return settled(async () =>
      JSON.stringify([await answer(page), await accuracy.innerText(), page.url()]),
    );
  };
  const opened = await shown();
  await page.reload();
  await expect.poll(shown).toBe(opened);

  await page.getByRole('button', { name: 'What if it were silent?' }).click();
  await page.getByTestId('what-if').getByRole('button', { name: 'Keep' }).click();
  await expect(page.getByTestId('what-if')).toHaveCount(0);
  const kept = await shown();
  expect(kept).not.toBe(opened);
  await page.reload();
  await expect.poll(shown).toBe(kept);
  await expect(page.getByTestId('note')).toHaveCount(0);
  await expect(page.getByTestId('error')).toHaveCount(0);
});

test('a run that is paused and closed comes back paused, with its accuracy', async ({
  page,
  context,
}) => {
  await open(page, { query: `${CPU}#v=1&epochs=1000` });
  await beginTraining(page);
  await expect(page.getByTestId('test-accuracy')).toContainText('%');
  await page.getByTestId('train-run').click();
  await expect(page.getByTestId('train-step')).toBeEnabled();
  const step = await page.getByTestId('training-step').innerText();
  const accuracy = await page.getByTestId('test-accuracy').innerText();
  await expect.poll(() => stepsKept(page)).toEqual([Number(step.replace(',', ''))]);
  await page.close();

  const next = await context.newPage();
  await open(next, { query: CPU });
  await expect(offers(next)).toContainText(
    `at step ${Number(step).toLocaleString('en-US')} of 784-128-10`,
  );
  await offers(next).getByRole('button', { name: 'Go on' }).click();
  await expect(next.getByTestId('training-step')).toHaveText(step);
  await expect(next.getByTestId('test-accuracy')).toHaveText(accuracy);
  await expect(next.getByTestId('train-run')).toContainText(/run/i);
});

test('what is discarded is not offered again', async ({ page: first, context }) => {
  await open(first, { query: CPU });
  await first.getByTestId('train-step').click();
  await expect(first.getByTestId('training-step')).toHaveText('1');
  await expect.poll(() => stepsKept(first)).toEqual([1]);
  await first.close();
  const page = await context.newPage();
  await open(page, { query: CPU });
  await offers(page).getByRole('button', { name: 'Discard' }).click();
  await expect(offers(page)).toHaveCount(0);
  await expect.poll(() => stepsKept(page)).toEqual([]);
});

test(
  'of two tabs one saves, the other says so and takes over',
  { tag: '@slow' },
  async ({ page, context }) => {
    await open(page, { query: CPU });
    await page.getByTestId('train-step').click();
    await expect.poll(() => stepsKept(page)).toEqual([1]);
    const other = await context.newPage();
    await open(other, { query: CPU });
    await expect(offers(other)).toHaveCount(0);
    await other.getByTestId('train-step').click();
    const waits = other
      .getByTestId('note')
      .filter({ hasText: 'Another tab of this page keeps its' });
    await expect(waits).toBeVisible();
    // A page that is only loaded again has its run again, and goes on saving.
    await page.reload();
    await expect(page.getByTestId('training-step')).toHaveText('1');
    await page.getByTestId('train-step').click();
    await expect.poll(() => stepsKept(page)).toEqual([2]);
    await expect(waits).toBeVisible();
    await page.close();
    await expect(offers(other)).toContainText('at step 2 of 784-128-10');
    await expect(waits).toHaveCount(0);
  },
);

test('where nothing may be stored the page says so and trains on', async ({ page }) => {
  await page.addInitScript(() => {
    const denied = {
      get() {
        throw new DOMException('Denied.', 'SecurityError');
      },
    };
    for (const place of ['indexedDB', 'sessionStorage', 'localStorage']) {
      Object.defineProperty(window, place, denied);
    }
  });
  await open(page, { query: CPU });
  await page.getByTestId('train-step').click();
  await expect(page.getByTestId('training-step')).toHaveText('1');
  await expect(
    page
      .getByTestId('error')
      .filter({ hasText: 'What is on the page is not saved because the browser lets' }),
  ).toBeVisible();
  await page.getByTestId('train-step').click();
  await expect(page.getByTestId('training-step')).toHaveText('2');
});
