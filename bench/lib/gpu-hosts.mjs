/** Where the GPU engine is measured: a page in Chromium, or Node with the npm package `webgpu`. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright';
import { createServer } from 'vite';
import { chromiumFlags } from '../../scripts/chromium-flags.mjs';
import { findChromium } from '../../scripts/find-chromium.mjs';
import { buildForNode } from '../../scripts/lib/build-for-node.mjs';
import { cache } from '../../scripts/lib/root.mjs';

/** @returns the Answer of gpu-measure.ts */
export async function inChromium(request, hardware) {
  const server = await createServer({ logLevel: 'error', server: { port: 0 } });
  await server.listen();
  const flags = hardware
    ? chromiumFlags.filter((flag) => !flag.startsWith('--use-webgpu-adapter'))
    : chromiumFlags;
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: [...flags, '--disable-dawn-features=timestamp_quantization'],
  });
  try {
    const page = await browser.newPage();
    page.on('console', (message) => console.error(message.text()));
    page.on('pageerror', (error) => console.error(error.message));
    const { port } = server.httpServer.address();
    await page.goto(`http://127.0.0.1:${port}/bench/gpu.html`);
    await page.waitForFunction('globalThis.measure');
    return await page.evaluate((asked) => globalThis.measure(asked), request);
  } finally {
    await browser.close();
    await server.close();
  }
}

/** @returns the Answer of gpu-measure.ts */
export async function inNode(request) {
  const outDir = join(cache, 'bench-gpu');
  await buildForNode({ main: 'bench/gpu-node.ts' }, outDir);
  const { run } = await import(pathToFileURL(join(outDir, 'main.mjs')).href);
  return run(request);
}
