// `npm run test:browsers [-- --only chromium,firefox]`: a person's errands in every browser (e2e/browsers), and a table of what came of
// them. Installs what is missing. A browser that cannot be had is said, stands in the table as not had, and fails the command:
// with --only it is not asked for.
import './lib/node-version.mjs';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { COLUMNS } from './browsers/columns.mjs';
import { ensureBrowser } from './browsers/install.mjs';
import { outcomesOf, tableOf } from './browsers/table.mjs';
import { ensureBuilt } from './lib/build.mjs';
import { countPlaywright } from './lib/count.mjs';
import { ensureData } from './lib/data.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { readOptions } from './lib/read-options.mjs';
import { cache, root } from './lib/root.mjs';
import { runNode, stopRunning } from './lib/run.mjs';
import { fail, UserError } from './lib/stop.mjs';
import { ensureVulkan } from './lib/vulkan.mjs';

const names = COLUMNS.map(({ name }) => name);
const USAGE = `Usage: npm run test:browsers -- [options]

  --only NAMES    Which columns, with commas between them: ${names.join(', ')}. Default: all.`;

/** The report where no browser could be had. */
const NOTHING = {
  stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0 },
  errors: [],
};

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => void stopRunning().then(() => process.exit(130)));
}

/** The columns asked for. */
function read(args) {
  const { only: asked } = readOptions(args, ['only'], USAGE);
  if (asked === undefined) return COLUMNS;
  const only = asked.split(',');
  const unknown = only.find((name) => !names.includes(name));
  if (unknown !== undefined) throw new UserError(`There is no column ${unknown}.\n\n${USAGE}`, 2);
  return COLUMNS.filter(({ name }) => only.includes(name));
}

/** What each column lacks, in a sentence; nothing for those that can run. */
async function install(columns) {
  const lacks = {};
  for (const browser of new Set(columns.map((column) => column.browser))) {
    lacks[browser] = await ensureBrowser(browser);
  }
  const vulkan = columns.some(({ layout }) => layout) ? await ensureVulkan() : undefined;
  const missing = {};
  for (const { name, browser, layout } of columns) {
    const sentence =
      lacks[browser] ??
      (layout && vulkan ? `${vulkan} Or leave Firefox's WebGPU out with --only.` : undefined);
    if (sentence) missing[name] = sentence;
  }
  return missing;
}

/** Runs the errands. @returns Playwright's report */
async function run(columns) {
  const file = join(cache, 'reports/browsers.json');
  mkdirSync(join(cache, 'reports'), { recursive: true });
  rmSync(file, { force: true });
  const args = ['test', '--config=e2e/browsers', '--reporter=list,json'];
  const projects = columns.map(({ name }) => `--project=${name}`);
  const playwright = join(root, 'node_modules/@playwright/test/cli.js');
  const env = {
    PLAYWRIGHT_JSON_OUTPUT_FILE: file,
    FORCE_COLOR: process.stderr.isTTY ? '1' : '0',
  };
  await runNode(playwright, [...args, ...projects], { env });
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw new UserError('The errands did not run to their end: see the message above.');
  }
}

try {
  const columns = read(process.argv.slice(2));
  await ensureInstalled();
  await ensureData();
  const missing = await install(columns);
  await ensureBuilt();
  const there = columns.filter(({ name }) => !(name in missing));
  const report = there.length > 0 ? await run(there) : NOTHING;
  const { passed, failed, skipped, failures, again } = countPlaywright(report);
  const asked = columns.map(({ name }) => name);
  console.log(`\n${tableOf(outcomesOf(report), asked, missing)}\n`);
  for (const sentence of new Set(Object.values(missing))) console.log(sentence);
  for (const failure of failures) console.log(`  ${failure}`);
  for (const first of again) console.log(`  at the second try only: ${first}`);
  const bad = failed + skipped + Object.keys(missing).length;
  console.log(`${passed} passed, ${bad} failed`);
  process.exitCode = bad > 0 ? 1 : 0;
} catch (error) {
  fail(error);
}
