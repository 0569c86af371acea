import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { HANDWRITINGS } from './digits';
import { draw, open, settledAnswer } from './page';

test('parts of the page that do not come say so, and come when they are asked for again', async ({
  page,
}) => {
  await page.route(/\/assets\/(rest|typeset|drawing)-/, (route) => route.abort());
  await open(page, { query: '?engine=cpu', samples: false });
  const again = page.getByRole('button', { name: 'Try again' });
  for (const name of ['Samples', 'Neuron', 'Training']) {
    const panel = page.getByRole('region', { name });
    await expect(panel.getByRole('alert')).toContainText(
      'This part of the page could not be fetched',
    );
  }
  const data = page.getByTestId('data');
  await data.click();
  await expect(page.getByTestId('error').last()).toContainText('could not be fetched');
  await expect(data).toHaveAttribute('aria-expanded', 'false');
  await page.keyboard.press('?');
  await expect(again).toHaveCount(4);

  // The parts that did come keep working.
  await draw(page, HANDWRITINGS.upright[2]!);
  expect((await settledAnswer(page))[0]).toBe('2');

  await page.unrouteAll();
  await page.route(/\/assets\/drawing-/, (route) => route.abort());
  await again.last().click();
  await expect(page.getByRole('dialog', { name: 'Help and shortcuts' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(again).toHaveCount(3);
  for (let n = 0; n < 3; n++) await again.first().click();
  await expect(page.getByTestId('train-run')).toBeVisible();
  // A plot comes by itself, and says so in its place.
  const figure = page.getByRole('figure');
  await expect(figure.getByRole('alert')).toContainText('could not be fetched');
  await expect(again).toHaveCount(1);
  await page.unrouteAll();
  await again.click();
  await expect(again).toHaveCount(0);
  await expect(figure.locator('svg.recharts-surface')).toBeAttached();
  // Fetched once more under another address, what two files share would be there twice: only the page's first files are shared.
  const { drawing, first } = await page.evaluate(async () => {
    const read = async (address: string) => (await fetch(address)).text();
    const importsOf = (source: string) =>
      [...source.matchAll(/\bfrom"\.\/([^"]+)"/g)].map((found) => found[1]!);
    const entry = /assets\/(index-[^"]+\.js)/.exec(await read(location.pathname))![1]!;
    const scripts = performance.getEntriesByType('resource').map(({ name }) => name);
    const file = scripts.find((name) => name.includes('/assets/drawing-'))!;
    return {
      drawing: importsOf(await read(file)),
      first: [entry, ...importsOf(await read(`assets/${entry}`))],
    };
  });
  expect(drawing).not.toHaveLength(0);
  expect(first).toEqual(expect.arrayContaining(drawing));
  await expect(page.getByTestId('neuron-title')).toContainText('fires at');

  // From now on the server is not needed for any of them.
  await page.context().setOffline(true);
  for (const [button, dialog] of [
    ['About this page', 'About'],
    ['Models', 'Models'],
    ['Sweep', 'Runs'],
  ] as const) {
    await page.getByRole('button', { name: button, exact: true }).click();
    await expect(page.getByRole('dialog', { name: dialog })).toBeVisible();
    await page.keyboard.press('Escape');
  }
  await data.click();
  await expect(page.getByRole('dialog', { name: 'Data' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(data).toBeFocused();
  await page.keyboard.press('e');
  await expect(page.getByRole('dialog', { name: 'Network' })).toBeVisible();
});

test('no button moves from under the pointer while the rest of the page and the data come', async ({
  page,
}) => {
  const held = ['**/assets/rest-*', '**/data/mnist-train-*'].map(async (pattern) => {
    let go: () => void = () => undefined;
    const wait = new Promise<void>((resolve) => (go = resolve));
    await page.route(pattern, (route) => wait.then(() => route.continue()));
    return go;
  });
  const [letRest, letTraining] = await Promise.all(held);
  /** Where each button is, by its name; of several of a name the first. */
  const places = () =>
    page.evaluate(() =>
      Object.fromEntries(
        Array.from(document.querySelectorAll<HTMLElement>('button, [role=radio]'), (button) => {
          const { x, y } = button.getBoundingClientRect();
          const name =
            button.dataset.testid ?? button.getAttribute('aria-label') ?? button.textContent;
          return [name, [Math.round(x), Math.round(y)]];
        }).toReversed(),
      ),
    );
  await page.goto('/?engine=cpu');
  await expect(page.getByTestId('answer')).toContainText(/^7/);
  const first = await places();
  expect(first).toMatchObject({
    network: expect.anything(),
    engine: expect.anything(),
    'On to the next spike': expect.anything(),
    'Zoom in at the cursor': expect.anything(),
    'clear-drawing': expect.anything(),
  });
  letRest!();
  await expect(page.getByTestId('sample-label')).toContainText('7');
  await expect(page.getByRole('button', { name: 'Sound of the spikes' })).toBeVisible();
  await expect(page.getByTestId('misread-open')).toBeVisible();
  expect(await places()).toMatchObject(first);
  letTraining!();
  await expect(page.getByTestId('data')).toHaveText('MNIST');
  expect(await places()).toMatchObject(first);
});

test('what the page and its workers fetch for the first answer stays small', async ({
  page,
  context,
  request,
}) => {
  const scripts: string[] = [];
  context.on('request', (asked) => {
    if (asked.url().endsWith('.js')) scripts.push(asked.url());
  });
  // What is fetched first after the answer.
  const rest = page.waitForRequest(/\/assets\/(rest|learn-parts)-/);
  await page.goto('/?engine=cpu');
  const after = scripts.indexOf((await rest).url());
  let bytes = 0;
  for (const url of scripts.slice(0, after))
    bytes += gzipSync(await (await request.get(url)).body()).length;
  // 239 KB when this was written, of them 52 KB the workers'.
  expect(bytes).toBeLessThan(250_000);
  expect(bytes).toBeGreaterThan(200_000);
});
