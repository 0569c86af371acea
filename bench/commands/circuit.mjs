/** Whether the circuit plays at 60 frames a second, and what looking at it costs the training of a small network. */
import { count, readOptions } from '../lib/options.mjs';
import { openPlayground, readings, trainAnew } from '../lib/playground.mjs';
import { save } from '../lib/results.mjs';
import { PLAYGROUND, say, withBrowser } from '../lib/stage.mjs';
import { figure, figures, median, percentile, spread } from '../lib/statistics.mjs';

const HELP = `npm run bench -- circuit: frames of the circuit while it plays once at 0.1 of the model's time a second, and images a
second of 5-12-3 with the circuit on the page and with the rasters
  --rounds N       both in turn, so many times (5)`;

const points = (hidden) =>
  `points=yin-yang&width=5&height=1&cut=0&layers=${hidden}-3&weights=new&epochs=1000&rate=0.02&loss=cross-entropy`;

/** Networks that are played, and the links that open them. */
const PLAYED = { '784-128-10': 'shows=circuit', '5-30-3': points(30) };

/** A frame in time at 60 a second: the next one comes after 16.7 ms, a missed one after 33. */
const IN_TIME = 25;
/** Share of frames in time, and percent that training may be slower by. */
const SHARE = 0.95;
const MOST = 15;

export async function main(args) {
  const options = readOptions(args, HELP, { rounds: { type: 'string', default: '5' } });
  const { quick, hardware } = options;
  const rounds = quick ? 1 : count(options.rounds, 'rounds');
  const seconds = quick ? 1 : 6;
  await withBrowser({ sites: [PLAYGROUND], hardware }, async ({ browser, sites: [site] }) => {
    const address = site.address(true);
    const played = {};
    for (const [name, hash] of Object.entries(PLAYED)) {
      const frames = [];
      for (let round = 0; round < rounds; round++) {
        frames.push(...(await framesOf(browser, `${address}?engine=cpu#v=1&${hash}`, seconds)));
      }
      const inTime = frames.filter((gap) => gap <= IN_TIME).length / frames.length;
      const drawn = { median: median(frames), p95: percentile(frames, 0.95) };
      played[name] = { frames: frames.length, inTime, millisecondsBetween: drawn };
      console.log(
        `${name.padEnd(10)} ${figure(100 * inTime)} % of ${frames.length} frames in time, ` +
          `95 % within ${figure(drawn.p95)} ms; goal: ${100 * SHARE} %`,
      );
    }

    const rates = { circuit: [], raster: [] };
    const link = (shows) => `${address}?engine=cpu#v=1&${points(12)}&shows=${shows}`;
    for (let round = 0; round < rounds; round++) {
      // Neither always comes first: a machine that warms up or slows down favours none.
      const order = round % 2 === 0 ? ['circuit', 'raster'] : ['raster', 'circuit'];
      for (const shows of order) rates[shows].push(await rateOf(browser, link(shows), seconds));
      say(
        `circuit ${figure(rates.circuit.at(-1))}, rasters ${figure(rates.raster.at(-1))} images/s`,
      );
    }
    const slower = spread(rates.circuit.map((rate, i) => 100 * (1 - rate / rates.raster[i])));
    console.log(
      `5-12-3 trains slower with the circuit than with the rasters by, in percent: ${figures(slower)}; goal: under ${MOST}`,
    );
    save('circuit', {
      quick,
      browser,
      played,
      withCircuit: spread(rates.circuit),
      withRasters: spread(rates.raster),
      slowerPercent: slower,
    });
  });
}

/** Milliseconds from frame to frame while the circuit plays. */
async function framesOf(browser, address, seconds) {
  const page = await openPlayground(browser, address);
  await page
    .getByTestId('circuit-caption')
    .getByText(/synapses/)
    .waitFor();
  // What the page does after its first answer is over: the test set is evaluated, parts are fetched.
  await page.waitForTimeout(4000);
  await page.getByRole('combobox', { name: /^Speed/ }).selectOption('0.1');
  await page.keyboard.press('Home');
  await page.getByRole('button', { name: 'Play' }).click();
  const gaps = await page.evaluate(
    (until) =>
      new Promise((resolve) => {
        const found = [];
        let before = null;
        const begin = performance.now();
        requestAnimationFrame(function tick(now) {
          if (before !== null) found.push(now - before);
          before = now;
          if (now - begin > until) resolve(found);
          else requestAnimationFrame(tick);
        });
      }),
    seconds * 1000,
  );
  await page.context().close();
  return gaps;
}

/** Images a second as the page shows them, while it trains from new weights. */
async function rateOf(browser, address, seconds) {
  const page = await openPlayground(browser, address);
  await page.getByTestId('engine').getByText('CPU').first().waitFor();
  await page.waitForTimeout(2000);
  await trainAnew(page);
  await page.waitForTimeout(1000);
  const from = (await readings(page)).length;
  await page.waitForTimeout(seconds * 1000);
  const seen = (await readings(page)).slice(from);
  await page.context().close();
  return median(seen.map(({ imagesPerSecond }) => imagesPerSecond).filter((rate) => rate > 0));
}
