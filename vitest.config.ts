import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { chromiumFlags } from './scripts/chromium-flags.mjs';
import { findTestChromium } from './scripts/find-chromium.mjs';

const browserTests = ['src/**/*.browser.test.{ts,tsx}'];
/** Tests that take many seconds, as of a whole training: `npm run test:slow` runs them. */
const slowTests = ['src/**/*.slow.test.ts'];
const slowBrowserTests = ['src/**/*.browser.slow.test.ts'];

/** Tests in Chromium. */
const inBrowser = (name: string, include: string[]) => ({
  extends: './vite.config.ts',
  resolve: { alias: { wgsl_reflect: 'wgsl_reflect/wgsl_reflect.module.js' } },
  // Found late, these would reload a test in the middle.
  optimizeDeps: {
    include: [
      '@resvg/resvg-wasm',
      'd3-scale',
      'katex',
      'lucide-react',
      'radix-ui',
      'react',
      'react-dom/client',
      'react/jsx-dev-runtime',
      'recharts',
      'zustand',
      'zustand/vanilla',
    ],
  },
  test: {
    name,
    include,
    testTimeout: 60_000,
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright({
        launchOptions: { executablePath: findTestChromium(), args: chromiumFlags },
      }),
      instances: [{ browser: 'chromium' as const }],
    },
  },
});

export default defineConfig({
  test: {
    projects: [
      {
        extends: './vite.config.ts',
        // The package's own entry for Node is broken.
        resolve: { alias: { wgsl_reflect: 'wgsl_reflect/wgsl_reflect.module.js' } },
        test: {
          name: 'node',
          environment: 'node',
          // Every core: by default one is left to the watcher, which is half of two.
          maxWorkers: '100%',
          pool: 'threads',
          // A module is loaded once a worker, not once a file, which took half of the time. So a test leaves no global changed.
          isolate: false,
          restoreMocks: true,
          include: [
            'src/**/*.test.{ts,tsx}',
            'scripts/**/*.test.{mjs,ts}',
            'bench/lib/*.test.mjs',
            'e2e/browsers/*.test.ts',
          ],
          // naga is no dependency: npm run test:naga asks for it.
          exclude: [...browserTests, ...slowTests, 'scripts/naga/**'],
          testTimeout: 30_000,
          // The first test that compiles the kernels waits for the compiler, too.
          hookTimeout: 30_000,
        },
      },
      {
        extends: './vite.config.ts',
        test: {
          name: 'slow',
          environment: 'node',
          maxWorkers: '100%',
          pool: 'threads',
          include: slowTests,
          exclude: slowBrowserTests,
          testTimeout: 120_000,
        },
      },
      inBrowser('browser', browserTests),
      inBrowser('slow-browser', slowBrowserTests),
    ],
  },
});
