// `npm start [-- --port N --host ADDRESS]`: from a fresh clone to a page that is served. Does only what is not done yet.
import './lib/node-version.mjs';
import { ensureBuilt } from './lib/build.mjs';
import { ensureData } from './lib/data.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { addressesOf, ensureFree, placeFrom, portTaken } from './lib/place.mjs';
import { root } from './lib/root.mjs';
import { stopRunning } from './lib/run.mjs';
import { fail } from './lib/stop.mjs';

let server;
let stopping = false;

async function stop() {
  if (stopping) return;
  stopping = true;
  // Ends after two seconds even where a connection does not close.
  setTimeout(() => process.exit(0), 2_000);
  await Promise.all([stopRunning(), server?.close()]);
  process.exit(0);
}

/** Started by npm, a signal may reach only npm or its shell. A changed parent means that it has ended: the server ends as well. */
function stopWithParent() {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) void stop();
  }, 500).unref();
}

async function serve({ port, host }) {
  const { preview } = await import('vite');
  try {
    server = await preview({ root, logLevel: 'warn', preview: { port, host, strictPort: true } });
  } catch (error) {
    throw /already in use/.test(error.message) ? portTaken(port) : error;
  }
}

/** The last line is the address for this machine. */
function say({ others, here }) {
  console.log('The playground is ready; Ctrl+C stops it.');
  if (others.length > 0) {
    console.log(
      'Everybody in this network may open it, without WebGPU and on one thread (browsers ask for https for these), at',
    );
    for (const address of others) console.log(address);
    console.log('On this machine:');
  }
  console.log(here);
}

process.on('SIGINT', () => void stop());
process.on('SIGTERM', () => void stop());
stopWithParent();
// Vite's own handler of signals keeps an exit code that is set.
process.exitCode = 0;

try {
  const place = placeFrom(process.argv.slice(2));
  await ensureFree(place);
  await ensureInstalled();
  await ensureData();
  await ensureBuilt();
  await serve(place);
  say(addressesOf(place));
} catch (error) {
  if (!stopping) fail(error);
}
