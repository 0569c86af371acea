import { pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
import { open } from './page';

/** Markup that would show itself, if anything took it for markup. */
const MARKUP = '<img src=x onerror=document.title=1>';

test('the page keeps to its own policy, and takes no name for markup', async ({ page }) => {
  const refused: string[] = [];
  await page.exposeFunction('refuse', (what: string) => refused.push(what));
  await page.addInitScript(() =>
    document.addEventListener('securitypolicyviolation', (event) => {
      const { refuse } = window as unknown as { refuse: (what: string) => void };
      refuse(`${event.violatedDirective} ${event.blockedURI}`);
    }),
  );
  await page.goto(`/#v=1&data=${encodeURIComponent(MARKUP)}&weights=new&layers=20-10`);
  await open(page, { query: '?engine=cpu' });

  // Blobs: a picture that is drawn and saved. Workers, WebAssembly, styles: training, equation, dialogs.
  await page.getByRole('button', { name: 'Save the rasters' }).click();
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Picture (PNG)' }).click();
  await saved;
  await page.getByTestId('train-step').click();
  await expect(page.getByTestId('training-step')).toHaveText('1');
  await expect(page.getByTestId('equation').locator('.katex').first()).toBeVisible();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');

  // Names of files and of runs.
  const file = { name: `${MARKUP}.safetensors`, mimeType: '', buffer: Buffer.from('none') };
  await page.getByTestId('model-load').setInputFiles(file);
  await expect(page.getByTestId('error').first()).toBeVisible();
  await page.getByTestId('compare-runs').click();
  const name = page.getByRole('dialog').getByLabel('Name of this run').first();
  await name.fill(MARKUP);
  await name.press('Enter');
  await expect(name).toHaveValue(MARKUP);
  await page.keyboard.press('Escape');
  await expect(page.getByText(MARKUP).first()).toBeVisible();
  expect(await page.locator('img[src="x"]').count()).toBe(0);
  expect(await page.title()).toBe('MT-Spike Playground');
  expect(refused).toEqual([]);
});

test(
  'where the page cannot start it says what to do',
  { tag: '@slow' },
  async ({ page, baseURL }) => {
    const says = 'allow-scripts allow-same-origin';
    await page.goto(pathToFileURL('dist/index.html').href);
    const words = page.getByText('Opened as a file?');
    await expect(words).toBeVisible();
    await expect(words).toContainText('npm start');
    // A page with this one in a frame.
    const frame = async (sandbox: string) => {
      const body = `<iframe sandbox="${sandbox}" src="${baseURL}/?engine=cpu" width="800"></iframe>`;
      await page.route(`${baseURL}/frame.html`, (route) =>
        route.fulfill({ contentType: 'text/html', body }),
      );
      await page.goto(`${baseURL}/frame.html`);
    };
    await frame('');
    const without = page.frameLocator('iframe').locator('noscript');
    await expect(without).toBeVisible();
    await expect(without).toContainText(says, { useInnerText: true });
    await expect(page.frameLocator('iframe').getByText('Opened as a file?')).toBeHidden();
    // Without same origin it starts where its server lets everybody read its files, and else, as where they don't come, says so.
    const scripts = /\/assets\/.*\.js/;
    await page.route(scripts, (route) => route.abort());
    await frame('allow-scripts');
    await expect(
      page.frameLocator('iframe').getByText('Access-Control-Allow-Origin: *'),
    ).toBeVisible();
    await page.unroute(scripts);
    for (const enough of ['allow-scripts', says]) {
      await frame(enough);
      await expect(page.frameLocator('iframe').getByTestId('answer').first()).toContainText(/^7/);
    }
  },
);
