import { defineConfig } from '@playwright/test';
import { chromiumFlags } from './scripts/chromium-flags.mjs';
import { findTestChromium } from './scripts/find-chromium.mjs';

/** A port of the tests' own, so that they run beside `npm start`. */
const port = Number(process.env.E2E_PORT ?? 4175);

export default defineConfig({
  testDir: 'e2e',
  testMatch: '*.spec.ts',
  outputDir: 'test-results',
  // Training on SwiftShader takes every core there is: one test at a time keeps the timing honest.
  workers: 1,
  timeout: 120_000,
  // A machine that others share stands still for seconds now and then; `npm test` names at its end what took a second try.
  retries: 1,
  // A mark of a raster covers some 35 pixels: one that moves fails its picture.
  expect: { timeout: 15_000, toHaveScreenshot: { maxDiffPixels: 20 } },
  reporter: 'list',
  forbidOnly: true,
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    viewport: { width: 1440, height: 900 },
    // It fetches all of the page while others are timed: offline.spec.ts has it.
    serviceWorkers: 'block',
    // Nobody is new to the page: lessons are offered in the test of that alone.
    storageState: {
      cookies: [],
      origins: [
        {
          origin: `http://127.0.0.1:${port}`,
          localStorage: [{ name: 'mt-spike-lessons', value: '{"declined":true}' }],
        },
      ],
    },
    launchOptions: { executablePath: findTestChromium(), args: chromiumFlags },
  },
  webServer: {
    command: `node node_modules/vite/bin/vite.js preview --port ${port} --strictPort`,
    url: `http://127.0.0.1:${port}`,
    reuseExistingServer: false,
  },
});
