// `npm run test:shaders`: every pipeline the page can ask for, compiled by naga (the compiler in Firefox; Deno has it, which comes from
// the registry when this is first run) and by Tint (in Chromium) in the compatibility mode of old phones, which forbids more than WebGPU
// proper. Ends with a line "N passed, N failed".
import './lib/node-version.mjs';
import { readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromiumFlags } from './chromium-flags.mjs';
import { findTestChromium } from './find-chromium.mjs';
import { buildForNode } from './lib/build-for-node.mjs';
import { ensureChromium } from './lib/chromium.mjs';
import { ensureInstalled, ensurePackage } from './lib/install.mjs';
import { cache } from './lib/root.mjs';
import { runNode } from './lib/run.mjs';
import { fail, UserError } from './lib/stop.mjs';
import { ensureVulkan } from './lib/vulkan.mjs';

const DENO = '2.9.6';
/** The checks, bundled, once for all. */
async function build() {
  const folder = join(cache, 'shaders');
  await buildForNode({ check: 'scripts/shaders/check.ts' }, folder);
  return join(folder, 'check.mjs');
}

/** Deno writes what it found into a file, since drivers print what they like. */
async function inDeno(checks) {
  const deno = await ensurePackage('deno', DENO);
  // Without a driver there is no adapter to compile for, which the checks say then.
  await ensureVulkan();
  const found = join(cache, 'shaders/found.json');
  const program = join(cache, 'shaders/run.mjs');
  writeFileSync(
    program,
    `import { check } from ${JSON.stringify(pathToFileURL(checks).href)};
Deno.writeTextFileSync(${JSON.stringify(found)}, JSON.stringify(await check('core')));\n`,
  );
  const args = ['run', '--quiet', '--unstable-webgpu', '--allow-all', program];
  // The driver wants such a folder, though it puts nothing there.
  const env = { XDG_RUNTIME_DIR: process.env.XDG_RUNTIME_DIR ?? tmpdir() };
  if ((await runNode(join(deno, 'bin.cjs'), args, { env })) !== 0)
    throw new UserError('Deno could not make the checks: what it said stands above.');
  return JSON.parse(readFileSync(found, 'utf8'));
}

/** In a page that has nothing else; its address is a secure one, since others have no WebGPU. */
async function inChromium(checks) {
  await ensureChromium();
  const { chromium } = await import('playwright');
  const browser = await chromium.launch({
    executablePath: findTestChromium(),
    args: chromiumFlags,
  });
  try {
    const page = await browser.newPage();
    await page.route('https://shaders.example/**', (route) =>
      route.fulfill(
        route.request().url().endsWith('.mjs')
          ? { path: checks, contentType: 'text/javascript' }
          : { body: '', contentType: 'text/html' },
      ),
    );
    await page.goto('https://shaders.example/');
    return await page.evaluate(
      async (address) => (await import(address)).check('compatibility'),
      'https://shaders.example/check.mjs',
    );
  } finally {
    await browser.close();
  }
}

try {
  await ensureInstalled();
  const checks = await build();
  let passed = 0;
  let failed = 0;
  // What passes in the compatibility mode passes in WebGPU proper, which forbids less and has higher limits.
  const compilers = { naga: inDeno, 'Tint, compatibility mode': inChromium };
  for (const [name, found] of Object.entries(compilers)) {
    const started = performance.now();
    const { what, problems, passed: good } = await found(checks);
    for (const problem of problems) console.log(`${name}: ${problem}\n`);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(`${name}, on ${what}, ${problems.length} refused, ${seconds} s`);
    passed += good;
    failed += problems.length;
  }
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
} catch (error) {
  fail(error);
}
