import { defineConfig } from '@playwright/test';
import { COLUMNS, type Column } from '../../scripts/browsers/columns.mjs';

/** A person's errands in every browser: `npm run test:browsers` installs the browsers, runs this and prints the table. */
export default defineConfig<object, { column: Column }>({
  testDir: '.',
  testMatch: '*.errand.ts',
  outputDir: '../../test-results/browsers',
  workers: 1,
  timeout: 90_000,
  // Browsers under remote control die or never start now and then; the table says which errand took a second try.
  retries: 1,
  expect: { timeout: 20_000 },
  reporter: 'list',
  forbidOnly: true,
  projects: COLUMNS.map((column) => ({ name: column.name, use: { column } })),
});
