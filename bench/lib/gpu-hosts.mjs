/** Where the GPU engine is measured: a page in Chromium, or Node with the npm package `webgpu`. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, createServer } from 'vite';
import { buildForNode } from '../../scripts/lib/build-for-node.mjs';
import { cache, root } from '../../scripts/lib/root.mjs';
import { openBrowser } from './browser.mjs';

/** Timestamps are rounded to 0.1 ms otherwise. */
export const EXACT = ['--disable-dawn-features=timestamp_quantization'];

/**
 * The page of the GPU engine alone (bench/gpu-page.ts), in a browser that is there.
 *
 * @param {import('playwright').Browser} browser
 * @param {(page: import('playwright').Page) => Promise<any>} work
 */
export async function withGpuPage(browser, work) {
  const server = await createServer({ logLevel: 'error', server: { port: 0 } });
  try {
    await server.listen();
    const page = await browser.newPage();
    page.on('console', (message) => {
      const text = message.text();
      if (!text.startsWith('[vite]')) console.error(text);
    });
    page.on('pageerror', (error) => console.error(error.message));
    const { port } = server.httpServer.address();
    await page.goto(`http://127.0.0.1:${port}/bench/gpu.html`);
    await page.waitForFunction('globalThis.measure');
    return await work(page);
  } finally {
    await server.close();
  }
}

/** @returns the Answer of gpu-measure.ts */
export async function inChromium(request, hardware) {
  const browser = await openBrowser({ hardware, flags: EXACT });
  try {
    return await withGpuPage(browser, (page) =>
      page.evaluate((asked) => globalThis.measure(asked), request),
    );
  } finally {
    await browser.close();
  }
}

/** @returns the Answer of gpu-measure.ts */
export async function inNode(request) {
  const outDir = join(cache, 'bench-gpu');
  await buildForNode({ main: 'bench/gpu-node.ts' }, outDir);
  const { run } = await import(pathToFileURL(join(outDir, 'main.mjs')).href);
  return run(request);
}

/**
 * The peers in Node, on Dawn: what they ask of a page is put in its place.
 *
 * @returns {Promise<{ open(order: object): Promise<string>, train(images: number): Promise<{ images: number, seconds: number }>, accuracy(): Promise<number> }>}
 *   as a peer's page is
 */
export async function peersInNode() {
  const outDir = join(cache, 'bench-peers-node');
  await build({
    configFile: join(root, 'bench/peers/vite.config.mjs'),
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: 'main.mjs',
      target: 'node20',
      outDir,
      emptyOutDir: true,
      minify: false,
      rolldownOptions: {
        output: { entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
      },
    },
  });
  // Not a literal, so that nobody asks for a package that may be missing.
  const name = 'webgpu';
  const { create, globals } = await import(name);
  Object.assign(globalThis, globals);
  const navigator = { gpu: create([]), userAgent: 'Node', hardwareConcurrency: 1 };
  const define = (place, value) =>
    Object.defineProperty(globalThis, place, { value, configurable: true, writable: true });
  define('navigator', navigator);
  define('document', { baseURI: `${pathToFileURL(join(root, 'public')).href}/` });
  const { fetch } = globalThis;
  define('fetch', async (asked, ...rest) =>
    String(asked).startsWith('file:')
      ? new Response(await readFile(new URL(asked)))
      : fetch(asked, ...rest),
  );
  await import(pathToFileURL(join(outDir, 'main.mjs')).href);
  return globalThis.contender;
}
