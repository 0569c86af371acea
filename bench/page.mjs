/**
 * Measures the page as a person feels it, in Chromium, on the built page: `node bench/page.mjs [--seconds N]`.
 * Prints a table and writes bench/results/page.json. Nothing else should be at work on the machine.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { chromium } from 'playwright';
import { build, preview } from 'vite';
import { chromiumFlags } from '../scripts/chromium-flags.mjs';
import { findChromium } from '../scripts/find-chromium.mjs';

const root = new URL('..', import.meta.url).pathname;
const seconds = Number(process.argv[process.argv.indexOf('--seconds') + 1]) || 8;

const percentile = (values, share) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))];

/** Compressed bytes of the scripts that were asked for before the first answer, the worker's included. */
function sizes(files) {
  const sum = (compress) =>
    files.reduce((total, file) => total + compress(readFileSync(`${root}dist/${file}`)).length, 0);
  return { files: files.length, gzip: sum(gzipSync), brotli: sum(brotliCompressSync) };
}

await build({ root, logLevel: 'error' });
const server = await preview({
  root,
  preview: { port: 4199, strictPort: true },
  logLevel: 'silent',
});
const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumFlags });
const result = {};

async function open(query) {
  const page = await browser.newPage({
    viewport: { width: 1440, height: 900 },
    serviceWorkers: 'block',
  });
  await page.addInitScript(() => {
    globalThis.longTasks = [];
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries())
        globalThis.longTasks.push({ startTime, duration });
    }).observe({ entryTypes: ['longtask'] });
    // When the network first answered, be it to a blank pad: from then on a drawing is classified.
    new MutationObserver((_, observer) => {
      const text = document.querySelector('[data-testid=answer]')?.textContent ?? '';
      if (!/^\d|draw a digit/.test(text)) return;
      globalThis.ready = Date.now();
      observer.disconnect();
    }).observe(document, { subtree: true, childList: true, characterData: true });
    globalThis.rasterTimes = [];
    new PerformanceObserver((list) => {
      for (const e of list.getEntriesByName('raster-drawn'))
        globalThis.rasterTimes.push(e.startTime);
    }).observe({ entryTypes: ['mark'] });
    globalThis.pointerTimes = [];
    // When the system saw the pointer move, and when the browser, which waits for a frame, told the page.
    addEventListener(
      'pointermove',
      (e) => globalThis.pointerTimes.push([e.timeStamp, performance.now()]),
      true,
    );
  });
  const asked = new Map();
  page
    .context()
    .on('request', (request) => asked.set(new URL(request.url()).pathname.slice(1), Date.now()));
  const start = performance.now();
  await page.goto(`http://127.0.0.1:4199/${query}`);
  await page.waitForFunction(() =>
    /^\d/.test(document.querySelector('[data-testid=answer]')?.textContent ?? ''),
  );
  const ready = await page.evaluate(() => globalThis.ready);
  page.scripts = [...asked]
    .filter(([file, time]) => file.endsWith('.js') && time < ready)
    .map(([file]) => file);
  page.openSeconds = (performance.now() - start) / 1000;
  return page;
}

/** Draws circles for a while; the time from each pointer event to the raster drawn after it. */
async function drawing(page, forSeconds) {
  await page.getByTestId('clear-drawing').click();
  const box = await page.getByTestId('drawing-pad').boundingBox();
  await page.evaluate(() => {
    globalThis.rasterTimes.length = 0;
    globalThis.pointerTimes.length = 0;
  });
  await page.mouse.move(box.x + box.width * 0.75, box.y + box.height / 2);
  await page.mouse.down();
  const end = performance.now() + forSeconds * 1000;
  for (let angle = 0; performance.now() < end; angle += 0.15) {
    await page.mouse.move(
      box.x + box.width * (0.5 + 0.25 * Math.cos(angle)),
      box.y + box.height * (0.5 + 0.3 * Math.sin(angle)),
    );
    await page.waitForTimeout(35);
  }
  await page.mouse.up();
  await page.waitForTimeout(200);
  return page.evaluate(() => {
    const marks = globalThis.rasterTimes;
    const latencies = [];
    for (const [moved, told] of globalThis.pointerTimes.slice(1)) {
      const drawn = marks.find((m) => m >= told);
      if (drawn !== undefined) latencies.push([drawn - moved, drawn - told]);
    }
    return latencies;
  });
}

/** The page's own clock, in milliseconds. */
const clock = (page) => page.evaluate(() => performance.now());

/** How many tasks began after `from` and took so long that a frame or a key had to wait, and the longest of them. */
async function longTasks(page, from) {
  const tasks = await page.evaluate(() => globalThis.longTasks);
  const late = tasks.filter(({ startTime }) => startTime >= from);
  return { count: late.length, worst: Math.max(0, ...late.map(({ duration }) => duration)) };
}

const spread = (values) => ({
  median: +percentile(values, 0.5).toFixed(2),
  p95: +percentile(values, 0.95).toFixed(2),
  worst: +Math.max(...values).toFixed(2),
});

const summary = (latencies) => ({
  events: latencies.length,
  'from the event': spread(latencies.map(([, told]) => told)),
  'from the move itself': spread(latencies.map(([moved]) => moved)),
});

try {
  for (const engine of ['cpu', 'webgpu']) {
    const page = await open(`?engine=${engine}`);
    result[`${engine}: seconds from opening to the first answer`] = +page.openSeconds.toFixed(2);
    result[`${engine}: scripts before the first answer, bytes`] = sizes(page.scripts);
    result[`${engine}: pointer to raster, ms`] = summary(await drawing(page, seconds));
    await page.close();
  }

  const page = await open('?engine=cpu');
  const answered = await clock(page);
  await page.waitForFunction(
    () => /\d/.test(document.querySelector('[data-testid=test-accuracy]')?.textContent ?? ''),
    null,
    { timeout: 60_000 },
  );
  await page.waitForTimeout(3000);
  result['cpu, in the seconds after the first answer: tasks over 50 ms on the page'] =
    await longTasks(page, answered);
  await page.getByTestId('train-reset').click();
  await page.waitForTimeout(1000);
  const training = await clock(page);
  const start = performance.now();
  await page.getByTestId('train-run').click();
  result['cpu, while training: pointer to raster, ms'] = summary(await drawing(page, seconds));
  result['cpu, while training: frames a second'] = await page.evaluate(
    () =>
      new Promise((resolve) => {
        let frames = 0;
        const begin = performance.now();
        const tick = (now) => {
          frames++;
          if (now - begin > 3000) resolve(+((frames * 1000) / (now - begin)).toFixed(1));
          else requestAnimationFrame(tick);
        };
        requestAnimationFrame(tick);
      }),
  );
  const accuracy = () =>
    page.evaluate(() =>
      Number.parseFloat(document.querySelector('[data-testid=test-accuracy]').textContent),
    );
  let to97 = null;
  for (;;) {
    const now = await accuracy();
    if (now >= 97 && to97 === null) to97 = +((performance.now() - start) / 1000).toFixed(1);
    const button = await page.getByTestId('train-run').textContent();
    if (/run/i.test(button) || performance.now() - start > 180_000) break;
    await page.waitForTimeout(100);
  }
  result['cpu: seconds of training to 97 % test accuracy, page drawing at times'] = to97;
  result['cpu: seconds of the planned run of 3 epochs, evaluations included'] = +(
    (performance.now() - start) /
    1000
  ).toFixed(1);
  result['cpu: test accuracy after 3 epochs, %'] = await accuracy();
  result['cpu, while training: tasks over 50 ms on the page'] = await longTasks(page, training);
  await page.close();
} finally {
  await browser.close();
  await server.close();
}

mkdirSync(`${root}bench/results`, { recursive: true });
writeFileSync(`${root}bench/results/page.json`, `${JSON.stringify(result, null, 2)}\n`);
for (const [name, value] of Object.entries(result)) {
  console.log(`${name}: ${typeof value === 'object' ? JSON.stringify(value) : value}`);
}
process.exit(0);
