// `npm run monkey [-- --count N --seed N --replay FILE]`: random actions on the built page, the same for the same seed. What leads to an
// error, a blank or a frozen page is printed and written to test-results/monkey, to be done again with --replay.
import './lib/node-version.mjs';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { chromiumFlags } from './chromium-flags.mjs';
import { findTestChromium } from './find-chromium.mjs';
import { ensureBuilt } from './lib/build.mjs';
import { ensureChromium } from './lib/chromium.mjs';
import { ensureData } from './lib/data.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { readOptions, whole } from './lib/read-options.mjs';
import { root } from './lib/root.mjs';
import { fail } from './lib/stop.mjs';
import { act, look } from './monkey/act.mjs';
import { chooseAction } from './monkey/choose.mjs';
import { createRandom } from './monkey/random.mjs';
import { trouble, watch } from './monkey/watch.mjs';

const USAGE = `Usage: npm run monkey -- [options]

  --count N       Actions. Default: 2000.
  --seed N        Names the actions. Default: of the clock, and printed.
  --replay FILE   Does once more what FILE in test-results/monkey says.
  --port N        Where the page is served meanwhile. Default: 4179.`;

function read(args) {
  const values = readOptions(args, ['count', 'seed', 'replay', 'port'], USAGE);
  return {
    count: whole('count', values.count, 2000),
    seed: whole('seed', values.seed, Date.now() % 1e9),
    port: whole('port', values.port, 4179),
    replay: values.replay && JSON.parse(readFileSync(values.replay, 'utf8')),
  };
}

/** A page of its own, with nothing stored. */
async function openPage(browser, address) {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    serviceWorkers: 'block',
  });
  // Requests to any other origin are blocked.
  await context.route(
    (url) => url.origin !== address,
    (route) => route.abort(),
  );
  context.on('page', (other) => void other.opener().then((opener) => opener && other.close()));
  const page = await context.newPage();
  page.on('dialog', (dialog) => void dialog.accept());
  await page.goto(`${address}/?engine=cpu`);
  return { context, page, watched: watch(page) };
}

/** What is wrong after an action, each once. */
async function problems({ page, watched }) {
  const seen = await trouble(page);
  return [...new Set([...watched.take(), ...(seen ? [seen] : [])])];
}

/** Does one action; what fails because the page has moved on meanwhile is no fault of the page. */
async function attempt(page, action) {
  const limit = new Promise((resolve) => setTimeout(resolve, 20_000).unref());
  await Promise.race([act(page, action).catch(() => undefined), limit]);
}

async function run({ count, seed, replay, port }) {
  const { preview } = await import('vite');
  const { chromium } = await import('playwright');
  const server = await preview({ root, logLevel: 'warn', preview: { port, strictPort: true } });
  const browser = await chromium.launch({
    executablePath: findTestChromium(),
    args: chromiumFlags,
  });
  const address = `http://127.0.0.1:${port}`;
  const random = createRandom(seed);
  const folder = join(root, 'test-results/monkey');
  mkdirSync(folder, { recursive: true });
  const found = new Set();
  let opened = await openPage(browser, address);
  let done = [];
  try {
    const total = replay?.length ?? count;
    for (let n = 0; n < total; n++) {
      const { page } = opened;
      const nothing = { spots: [], fields: [], choices: [], surfaces: [] };
      const action = replay?.[n] ?? chooseAction(random, await look(page).catch(() => nothing));
      done.push(action);
      await attempt(page, action);
      const wrong = await problems(opened);
      if (wrong.length === 0) continue;
      const news = wrong.filter((sentence) => !found.has(sentence));
      wrong.forEach((sentence) => found.add(sentence));
      if (news.length > 0) {
        const file = join(folder, `${replay ? 'replay' : seed}-${n}.json`);
        writeFileSync(file, `[\n${done.map((a) => JSON.stringify(a)).join(',\n')}\n]\n`);
        console.log(`After action ${n + 1}:\n  ${news.join('\n  ')}`);
        console.log(
          done
            .slice(-6)
            .map((a) => `    ${JSON.stringify(a)}`)
            .join('\n'),
        );
        console.log(
          `  all ${done.length}, again: npm run monkey -- --replay ${relative(root, file)}`,
        );
      }
      await opened.context.close();
      opened = await openPage(browser, address);
      done = [];
    }
  } finally {
    await browser.close();
    await server.close();
  }
  return found.size;
}

try {
  const options = read(process.argv.slice(2));
  await ensureInstalled();
  await ensureChromium();
  await ensureData();
  await ensureBuilt();
  const { count, seed, replay } = options;
  console.log(replay ? `${replay.length} actions once more` : `${count} actions of seed ${seed}`);
  const begin = performance.now();
  const findings = await run(options);
  const seconds = Math.round((performance.now() - begin) / 1000);
  console.log(`${findings === 0 ? 'Nothing found' : `${findings} found`} in ${seconds} s.`);
  process.exitCode = findings > 0 ? 1 : 0;
} catch (error) {
  fail(error);
}
