// `npm test`: installs what is missing, then makes every check but those that take long and rarely fail, the end-to-end tests
// tagged @slow and the tests named *.slow.test.ts; `npm run test:slow` runs these. Both end with a line "N passed, N failed" and with exit code 1 where anything
// failed. A check that fails does not keep the others from running.
import './lib/node-version.mjs';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from './lib/build.mjs';
import { ensureChromium } from './lib/chromium.mjs';
import { countPlaywright, countVitest } from './lib/count.mjs';
import { ensureData } from './lib/data.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { cache, root } from './lib/root.mjs';
import { runNode, stopRunning } from './lib/run.mjs';
import { fail, UserError } from './lib/stop.mjs';

const program = (path) => join(root, 'node_modules', path);
const reports = join(cache, 'reports');
const slow = process.argv[2] === 'slow';
const total = { passed: 0, failed: 0 };
const broken = [];
/** A line for each test that failed: said last, since of long output often only the end is kept. */
const failures = [];
/** And for each that passed at its second try only. */
const again = [];

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => void stopRunning().then(() => process.exit(130)));
}

/** One named step: its time, and whether it held. */
async function step(name, work) {
  console.log(`\n--- ${name}`);
  const started = performance.now();
  const holds = await work();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`--- ${name}: ${holds ? 'passed' : 'FAILED'} in ${seconds} s`);
  if (!holds) broken.push(name);
}

/** A check without tests to count: where it fails, it is one failure. */
async function check(path, args) {
  const code = await runNode(program(path), args);
  if (code !== 0) total.failed++;
  return code === 0;
}

/** A run of tests, counted from its report; without a report it is one failure. */
async function tests(name, path, args, count) {
  const report = join(reports, `${name}.json`);
  rmSync(report, { force: true });
  const env = {
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    FORCE_COLOR: process.stderr.isTTY ? '1' : '0',
  };
  const code = await runNode(program(path), args(report), { env });
  let counted;
  try {
    counted = count(JSON.parse(readFileSync(report, 'utf8')));
  } catch {
    total.failed++;
    return false;
  }
  if (counted.skipped > 0) {
    console.log(
      `${counted.skipped} skipped: a test that does not run proves nothing, so they count as failed.`,
    );
  }
  failures.push(...counted.failures.map((failure) => failure.replace(`${root}/`, '')));
  again.push(...counted.again);
  const failed = counted.failed + counted.skipped;
  total.passed += counted.passed;
  total.failed += failed || (code === 0 ? 0 : 1);
  return code === 0 && failed === 0;
}

const vitest = (project) =>
  tests(
    project,
    'vitest/vitest.mjs',
    (report) => [
      'run',
      `--project=${project}`,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    countVitest,
  );

const playwright = () =>
  tests(
    slow ? 'e2e-slow' : 'e2e',
    '@playwright/test/cli.js',
    () => ['test', '--reporter=list,json', slow ? '--grep=@slow' : '--grep-invert=@slow'],
    countPlaywright,
  );

/** The build is a check as well; without it the e2e tests would try an old page. */
async function build() {
  try {
    await ensureBuilt({ silent: true });
    return true;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    console.log(error.message);
    total.failed++;
    return false;
  }
}

/** Everything that needs no built page. */
async function quickChecks() {
  await step('format', () => check('oxfmt/bin/oxfmt', ['--check', '.']));
  await step('lint', () => check('oxlint/bin/oxlint', ['--type-aware']));
  await step('unused', () => check('knip/bin/knip.js', []));
  await step('types', () => check('typescript/bin/tsc', ['-b']));
  await step('unit tests', () => vitest('node'));
  await step('GPU and browser tests', () => vitest('browser'));
}

try {
  await ensureInstalled();
  await ensureChromium();
  await ensureData();
  mkdirSync(reports, { recursive: true });

  if (slow) {
    await step('slow unit tests', () => vitest('slow'));
    await step('slow GPU and browser tests', () => vitest('slow-browser'));
  } else await quickChecks();
  await step('build', build);
  if (!broken.includes('build')) await step('e2e tests', playwright);
} catch (error) {
  fail(error);
}

console.log(broken.length > 0 ? `\nFailed: ${broken.join(', ')}.` : '');
for (const failure of failures) console.log(`  ${failure}`);
for (const first of again) console.log(`  at the second try only: ${first}`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = broken.length > 0 ? 1 : 0;
