import { expect, test } from '@playwright/test';
import { chromiumFlags } from '../scripts/chromium-flags.mjs';
import { findTestChromium } from '../scripts/find-chromium.mjs';
import { serveFolder, type StaticServer } from './static-server';

/** A machine of a classroom, by a name that the browser takes for another machine's: an address without https. */
const NAME = 'classroom.example';

test.use({
  launchOptions: {
    executablePath: findTestChromium(),
    args: [...chromiumFlags, `--host-resolver-rules=MAP ${NAME} 127.0.0.1`],
  },
});

let server: StaticServer;

test.beforeEach(async () => {
  server = await serveFolder('dist');
});

test.afterEach(() => server.close());

test('at an address without https the page works, says what it lacks, and copies', async ({
  page,
}) => {
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  await page.goto(`${server.origin.replace('127.0.0.1', NAME)}/`);
  await expect(page.getByTestId('answer')).toContainText(/^7/);
  expect(await page.evaluate(() => isSecureContext)).toBe(false);
  const engine = page.getByTestId('engine');
  await expect(engine).toHaveText('CPU (WebAssembly)');
  await engine.click();
  await expect(page.getByRole('dialog', { name: 'Engine' })).toContainText(
    'Without https browsers have no WebGPU and no threads',
  );
  await page.keyboard.press('Escape');
  await page.getByTestId('train-step').click();
  await expect(page.getByTestId('training-step')).toHaveText('1');

  await page.getByTestId('share').click();
  await expect(page.getByTestId('share-says')).toContainText('The link is copied');
  await page.getByText('Frame for slides and course pages').click();
  await page.getByTestId('embed-copy').click();
  await expect(page.getByTestId('embed-says')).toContainText('The frame is copied');
  const field = page.getByTestId('embed-host');
  await field.focus();
  await page.keyboard.press('Control+V');
  await expect(field).toHaveValue(/^<iframe src="http:\/\/classroom\.example.*<script/);
  expect(errors).toEqual([]);
});
