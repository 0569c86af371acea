// `npm run bench -- COMMAND [--help]`: measurements that anyone can repeat; bench/README.md says what each is for.
import '../scripts/lib/node-version.mjs';
import '../scripts/lib/output.mjs';
import { ensureChromium } from '../scripts/lib/chromium.mjs';
import { ensureInstalled } from '../scripts/lib/install.mjs';
import { fail, UserError } from '../scripts/lib/stop.mjs';

const COMMANDS = {
  engines: 'seconds an epoch of every engine, by network, batch and threads',
  stages: 'what share of a training step each stage takes',
  growth: 'how the time grows with hidden size, depth, batch and images',
  memory: "the page's memory while it trains, and that 10,000 steps do not add to it",
  peers: 'TensorFlow.js and jax-js in the same browser, interleaved with our engines',
  opening:
    "seconds from opening the page to its first answer, on a phone's screen with a slow processor",
  'time-to-97': 'seconds from opening the page to 97 % test accuracy, from new weights',
  shipped: 'the shipped models, tested by the page on both engines, against their cards',
  native: 'the same algorithm in C++, compiled here, against the CPU engine in Node',
  python: 'a first-spike network in PyTorch, on one thread, against the CPU engine in Node',
  maps: 'milliseconds until the page has the spike times of every neuron over the whole plane',
  points: 'seconds from pressing Run to 97 % test accuracy on yin-yang, in the page',
  drag: 'milliseconds until the page has followed a point that is dragged',
  circuit: 'frames of the circuit while it plays, and what looking at it costs training',
  threads: 'what a second thread gives, and what the machine itself gives to two programs at once',
  views: "how often the page's live views refresh, and what they cost training",
};

/** Programs of their own, which read their options themselves. */
const PROGRAMS = {
  page: 'the page as a person feels it: latencies, frames, first load',
  cpu: 'the CPU engine in Node',
  gpu: 'the WebGPU engine alone',
};

const list = Object.entries({ ...COMMANDS, ...PROGRAMS })
  .map(([name, about]) => `  ${name.padEnd(11)} ${about}`)
  .join('\n');
const HELP = `npm run bench -- COMMAND [options]\n\n${list}\n
Every command knows --help. The first sixteen know --quick too: a run on few images that shows that all is in place;
its figures mean nothing. Results go to bench/results/COMMAND.json (with --quick to COMMAND.quick.json, which git ignores).`;

/** So that a fresh clone needs no other command before. */
async function prepare() {
  await ensureInstalled();
  await ensureChromium();
}

const [name = '--help', ...rest] = process.argv.slice(2);
try {
  if (name === '--help' || name === '-h') {
    console.log(HELP);
  } else if (name in COMMANDS) {
    await prepare();
    const { main } = await import(`./commands/${name}.mjs`);
    await main(rest);
    // Vite's servers keep connections for a while.
    process.exit(0);
  } else if (name in PROGRAMS) {
    await prepare();
    process.argv.splice(2, 1);
    await import(`./${name}.mjs`);
  } else {
    throw new UserError(`There is no bench "${name}".\n\n${HELP}`, 2);
  }
} catch (error) {
  fail(error);
}
