/** How soon the page follows a point that is dragged: circuit or rasters, plane, answer and neuron panel, all of the new point. */
import { count, readOptions } from '../lib/options.mjs';
import { openPlayground } from '../lib/playground.mjs';
import { save } from '../lib/results.mjs';
import { PLAYGROUND, say, withBrowser } from '../lib/stage.mjs';
import { figure, median, percentile } from '../lib/statistics.mjs';

const HELP = `npm run bench -- drag: milliseconds from a pointer's move on the plane until everything is drawn, for the shipped 5-30-3,
with the circuit on the page and with the rasters
  --rounds N       both in turn, so many times (5)`;

const LINK =
  'v=1&points=yin-yang&width=5&height=1&cut=0&layers=30-3&weights=yin-yang-5-30-3&neuron=1.0';
/** A pointer moves on a circle round the middle, so many places of it a round; a place is some steps of a coordinate from the next. */
const PLACES = 120;
const RADIUS = 0.3;
/** Milliseconds between two moves: time enough to be followed, and no multiple of a frame. */
const PACE = 45;
/** Milliseconds that 95 % are to stay below: a frame at 60 a second. */
const MOST = 16;

export async function main(args) {
  const options = readOptions(args, HELP, { rounds: { type: 'string', default: '5' } });
  const { quick, hardware } = options;
  const rounds = quick ? 1 : count(options.rounds, 'rounds');
  await withBrowser({ sites: [PLAYGROUND], hardware }, async ({ browser, sites: [site] }) => {
    const followed = { circuit: [], raster: [] };
    for (let round = 0; round < rounds; round++) {
      const order = round % 2 === 0 ? ['circuit', 'raster'] : ['raster', 'circuit'];
      for (const shows of order) {
        const address = `${site.address(true)}?engine=cpu#${LINK}&shows=${shows}`;
        const moves = await drag(browser, address, shows, quick ? 20 : PLACES);
        followed[shows].push(...moves);
        const drawn = moves.map((move) => move.drawn);
        say(
          `${shows}: ${moves.length} moves, ${figure(median(drawn))} ms, 95 % ${figure(percentile(drawn, 0.95))}`,
        );
      }
    }
    const result = {};
    for (const [shows, moves] of Object.entries(followed)) {
      const of = (name) => {
        const values = moves.map((move) => move[name]).filter((value) => value !== undefined);
        return { median: median(values), p95: percentile(values, 0.95) };
      };
      const parts = Object.keys(moves[0]).filter((name) => !['drawn', 'painted'].includes(name));
      result[shows] = { moves: moves.length, drawn: of('drawn'), painted: of('painted') };
      result[shows].parts = Object.fromEntries(parts.map((name) => [name, of(name)]));
      const words = ({ median: half, p95 }) => `${figure(half)}, 95 % ${figure(p95)}`;
      console.log(
        `${shows.padEnd(8)} ms from the pointer's event until all is drawn: ${words(of('drawn'))}; goal: 95 % under ${MOST}`,
      );
      console.log(`         until the frame with it is over: ${words(of('painted'))}`);
      console.log(`         ${parts.map((name) => `${name} ${words(of(name))}`).join('; ')}`);
    }
    save('drag', { quick, browser, ...result });
  });
}

/** Each move's milliseconds from the event to the last change of every part, of all parts, and to the end of the frame after it. */
async function drag(browser, address, shows, places) {
  const page = await openPlayground(browser, address);
  await page.getByTestId('answer').getByText(/^\d/).first().waitFor();
  await page
    .getByTestId('neuron-title')
    .getByText(/^hidden 0/)
    .waitFor();
  // What the page does after its first answer is over: the test set is evaluated, parts are fetched.
  await page.waitForTimeout(4000);
  await page.evaluate(watch, ['plane', shows, 'neuron', 'answer']);
  const box = await page.getByTestId('plane').boundingBox();
  const at = (n) => {
    const angle = (2 * Math.PI * n) / PLACES;
    return [
      box.x + box.width * (0.5 + RADIUS * Math.cos(angle)),
      box.y + box.height * (0.5 + RADIUS * Math.sin(angle)),
    ];
  };
  await page.mouse.move(...at(0));
  await page.mouse.down();
  // The first ones are not counted: the browser compiles.
  for (let n = 1; n <= places + 20; n++) {
    await page.mouse.move(...at(n));
    await page.waitForTimeout(PACE);
  }
  await page.mouse.up();
  await page.waitForTimeout(300);
  const moves = (await page.evaluate(() => globalThis.moves)).slice(20);
  await page.context().close();
  const whole = moves.filter((move) => move.drawn !== undefined);
  if (whole.length < 0.8 * moves.length)
    throw new Error(`Of ${moves.length} moves only ${whole.length} were followed by every part.`);
  return whole;
}

/** In the page: when each part changed after each move of the pointer, and when the frame with the last change was over. */
function watch(parts) {
  const where = {
    plane: '[data-testid="plane"]',
    circuit: '[data-testid="circuit"]',
    raster: '[data-testid="raster"]',
  };
  const neuron = document.querySelector('[data-testid="neuron-title"]').closest('section');
  const partOf = (canvas) =>
    neuron.contains(canvas)
      ? 'neuron'
      : Object.keys(where).find((name) => canvas.closest(where[name]));
  globalThis.moves = [];
  let move = null;
  let told = 0;
  const changed = (part) => {
    if (!move || !parts.includes(part) || move.drawn !== undefined) return;
    move[part] = performance.now() - told;
    if (parts.some((name) => move[name] === undefined)) return;
    // What has several canvases goes on drawing them in the same task.
    const own = move;
    const since = told;
    queueMicrotask(() => (own.drawn ??= Math.max(...parts.map((name) => own[name]))));
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.addEventListener('message', () => {
        own.painted ??= performance.now() - since;
      });
      channel.port1.start();
      channel.port2.postMessage(null);
    });
  };
  // Every canvas of the page is cleared before it is drawn.
  const context = CanvasRenderingContext2D.prototype;
  const clear = Reflect.get(context, 'clearRect');
  context.clearRect = function (...box) {
    clear.apply(this, box);
    const part = partOf(this.canvas);
    // The canvas counts once it is drawn: at the end of the task's present piece of work.
    queueMicrotask(() => changed(part));
  };
  new MutationObserver(() => changed('answer')).observe(
    document.querySelector('[data-testid="answer"]'),
    { subtree: true, childList: true, characterData: true },
  );
  addEventListener(
    'pointermove',
    () => {
      told = performance.now();
      move = {};
      globalThis.moves.push(move);
    },
    true,
  );
}
