import { expect, test, type Browser, type Page } from '@playwright/test';
import { HANDWRITINGS } from './digits';
import { draw, open, settled } from './page';

const CPU = '?engine=cpu';

/** What the rasters and the answer show. */
async function shown(page: Page): Promise<{ spikes: (string | null)[]; answer: string }> {
  const rasters = await page.getByTestId('raster').all();
  return {
    spikes: await Promise.all(rasters.map((raster) => raster.getAttribute('data-spikes'))),
    answer: await page.getByTestId('answer').innerText(),
  };
}

/** The address once the page has written it: `part` is in it. */
async function address(page: Page, part: string | RegExp): Promise<string> {
  await expect(page).toHaveURL(new RegExp(`#.*${part instanceof RegExp ? part.source : part}`));
  return page.url();
}

/** Its address, when neither that nor the page changes any more: the last strokes are in both. */
async function standsStill(page: Page): Promise<string> {
  await settled(async () => JSON.stringify([await shown(page), page.url()]));
  return page.url();
}

/** Opens an address where nothing of this test has been before. */
async function elsewhere(browser: Browser, url: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.goto(url);
  await expect(page.getByTestId('engine')).toContainText('CPU');
  return page;
}

test('a link with a new network and a drawing shows the same spikes elsewhere', async ({
  page,
  browser,
}) => {
  await page.goto(`/${CPU}#v=1&layers=40-10&k=2&seed=7`);
  await expect(page.getByTestId('network')).toContainText('196 → 40 → 10');
  await expect(page.getByTestId('sample-label').first()).toContainText(/\d/);
  await draw(page, HANDWRITINGS.upright[7]!);
  await expect(page.getByTestId('answer')).toContainText(/\d|no output/);
  await address(page, 'draw=[\\w-]{20}');
  const url = await standsStill(page);
  const here = await shown(page);
  expect(here.spikes.every((n) => Number(n) >= 0)).toBe(true);
  expect(Number(here.spikes[0])).toBeGreaterThan(5);

  const other = await elsewhere(browser, url);
  await expect.poll(() => shown(other)).toEqual(here);
  // The second page writes the same link into its address.
  await expect(other).toHaveURL(url);
  await other.context().close();
});

test('a link with a sample, a neuron and a view opens them', async ({ page, browser }) => {
  await open(page, { query: `${CPU}#v=1&neuron=1.5&t=0.6` });
  const neuron = (on: Page) => on.getByRole('region', { name: 'Neuron' });
  await expect(neuron(page)).toContainText('hidden 5');
  for (let n = 0; n < 3; n++) await page.getByTestId('sample-next').click();
  const ghost = page.getByLabel(/^Ghost/).first();
  await ghost.selectOption('pin');
  await page.getByTestId('sample-next').click();
  await page.getByTestId('sample-next').click();
  await page.keyboard.press('o');
  const url = await address(page, /sort=time&compare=test\.3/);
  expect(url).toContain('sample=5');
  expect(url).toContain('neuron=1.5');
  const here = await shown(page);
  const other = await elsewhere(browser, url);
  await expect.poll(() => shown(other)).toEqual(here);
  await expect(neuron(other)).toContainText('hidden 5');
  await expect(other.getByLabel('Order of the rows').first()).toHaveValue('time');
  const words = await page.getByTestId('ghost').innerText();
  expect(words).toContain('test image 4');
  await expect.poll(() => other.getByTestId('ghost').innerText()).toBe(words);
  await other.context().close();
});

test('a link with what-ifs shows what would have happened', async ({ page, browser }) => {
  await page.goto(`/${CPU}#v=1&sample=3&neuron=1.5&edits=t_403_0.9~s_1_3~h_1.3`);
  await expect(page.getByTestId('what-if')).toContainText('1 more change');
  const url = await address(page, 'edits=t_403_0.9~s_1_3~h_1.3');
  const here = await shown(page);
  const words = await page.getByTestId('what-if').locator('p').innerText();
  const other = await elsewhere(browser, url);
  await expect.poll(() => shown(other)).toEqual(here);
  await expect(other.getByTestId('what-if').locator('p')).toHaveText(words);
  await other.context().close();
});

test('sharing copies the link and says what it carries and what it cannot', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, { query: CPU });
  await page.getByTestId('train-reset').click();
  await page.getByTestId('train-step').click();
  await expect(page.getByTestId('training-step')).toHaveText('1');
  await page.getByTestId('sample-next').click();
  await page.getByTestId('share').click();
  const sheet = page.getByRole('dialog', { name: 'Share' });
  await expect(sheet.getByTestId('share-says')).toContainText('The link is copied');
  await expect(sheet).toContainText('784-128-10');
  await expect(sheet).toContainText('test image 2');
  await expect(sheet).toContainText('they travel as a file');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(await sheet.getByTestId('share-link').inputValue());
  expect(copied).not.toContain('engine');
  expect(copied).toContain('trained=1');

  await sheet.getByLabel('Training', { exact: true }).uncheck();
  await expect(page.getByTestId('train-run')).toHaveCount(0);
  await expect(sheet.getByTestId('share-link')).toHaveValue(/hide=training/);
  await address(page, 'hide=training');

  // By keyboard: the code of a frame, and who hears what is in it.
  await sheet.getByText('Frame for slides and course pages').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  const code = sheet.getByTestId('embed-code');
  await expect(code).toHaveValue(/\?embed=input,samples,spikes,neuron#v=1&[^"]*trained=1/);
  await page.keyboard.type('course.example');
  await expect(sheet.getByText('This is no address')).toBeVisible();
  await expect(sheet.getByTestId('embed-copy')).toBeDisabled();
  await page.keyboard.press('Home');
  await page.keyboard.type('https://');
  await expect(sheet.getByText('https://course.example hears what is in it')).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(code).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(sheet.getByTestId('embed-says')).toContainText('The frame is copied');
  const frame = await page.evaluate(() => navigator.clipboard.readText());
  expect(frame).toBe(await code.inputValue());
  expect(frame).toContain('&amp;host=https://course.example#v=1');
  await page.reload();
  await expect(page.getByTestId('raster').first()).toBeVisible();
  await expect(page.getByTestId('train-run')).toHaveCount(0);
});

test('an embedded page shows the panels it names alone', async ({ page }) => {
  await page.goto('/?engine=cpu&embed=spikes#v=1&sample=2');
  await expect(page.getByTestId('raster').first()).toHaveAttribute('data-spikes', /[1-9]/);
  for (const gone of ['engine', 'drawing-pad', 'train-run', 'sample-next']) {
    await expect(page.getByTestId(gone)).toHaveCount(0);
  }
});

test('another link put into the address opens, and a damaged one says so and leaves network and training alone', async ({
  page,
}) => {
  await open(page, { query: CPU });
  await page.evaluate(() => {
    location.hash = '#v=1&layers=20-10&sample=4';
  });
  await expect(page.getByTestId('network')).toContainText('784 → 20 → 10');
  await address(page, 'sample=4');
  await page.getByTestId('train-step').click();
  await expect(page.getByTestId('training-step')).toHaveText('1');
  await address(page, 'trained=1');
  await page.evaluate(() => {
    location.hash = '#v=1&layers=20-1';
  });
  await expect(
    page.getByTestId('error').filter({ hasText: /damaged: .* so the page stays as it is\./ }),
  ).toBeVisible();
  await expect(page.getByTestId('network')).toContainText('784 → 20 → 10');
  await expect(page.getByTestId('training-step')).toHaveText('1');
  expect(new URL(await standsStill(page)).hash).toBe('#v=1&layers=20-1');
});

test('a link that was changed on its way opens, also where a server took it for a path', async ({
  page,
}) => {
  for (const path of [
    `/${CPU}#v=1&amp;layers=20-10&amp;seed=3).`,
    '/%23v=1&layers=20-10&seed=3?utm_source=chat',
  ]) {
    await page.goto('about:blank');
    await page.goto(path);
    await expect(page.getByTestId('network')).toContainText('784 → 20 → 10');
    await expect(page).toHaveURL(/\/(\?engine=cpu)?#v=1&c=\w+&layers=20-10&seed=3&drive=[\d.]+$/);
    await expect(page.getByTestId('error')).toHaveCount(0);
  }
});

test('a link that cannot be used says so, opens the default and stays to be put right', async ({
  page,
}) => {
  for (const hash of ['#chapter-3', '#v=9&layers=20-10', '#v=1&c=abcde&layers=20-10']) {
    await page.goto('about:blank');
    await page.goto(`/${CPU}${hash}`);
    const error = page.getByTestId('error').filter({ hasText: 'so the page opens as usual.' });
    await expect(error).toBeVisible();
    await expect(page.getByTestId('network')).toContainText('784 → 128 → 10');
    await expect(page.getByTestId('answer')).toContainText(/\d|no output/);
    expect(new URL(await standsStill(page)).hash).toBe(hash);
  }
  // The message advises to take the damaged part `c=` out of the link.
  await page.evaluate(() => {
    location.hash = location.hash.replace('&c=abcde', '');
  });
  await expect(page.getByTestId('network')).toContainText('784 → 20 → 10');
  await address(page, 'layers=20-10');
  // What asks for too much leaves the page as it is.
  const large = '#v=1&width=64&height=64&convolutions=5c8-5c8&layers=1024-1024-26&batch=1024';
  await page.evaluate((hash) => (location.hash = hash), large);
  await expect(
    page.getByTestId('error').filter({ hasText: 'The network on the page stays.' }),
  ).toBeVisible();
  await expect(page.getByTestId('network')).toContainText('784 → 20 → 10');
  await expect(page.getByTestId('answer')).toContainText(/\d|no output/);
  await page.getByTestId('sample-next').click();
  await address(page, 'layers=20-10.*sample=1');
});
