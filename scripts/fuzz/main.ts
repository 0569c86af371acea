/** The process that tries inputs, watched by scripts/fuzz.mjs: it tells which one comes next, and what it found. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inputAt, tryOut, type Failure, type Place } from './try-out';

/** The most time that an answer, and memory that the program may take. */
const MOST_SECONDS = 10;
const MOST_BYTES = 2 ** 30;

export interface Order {
  target: string;
  seed: number;
  from: number;
  count: number;
  /** Where inputs that were not answered well are written. */
  folder: string;
  /** Whether the inputs are only written, not tried: those that have ended a process are tried no more. */
  writeOnly: boolean;
}

export type News =
  | { next: Place }
  | { failure: Omit<Failure, 'input'>; at: string }
  | { done: number };

const tell = (news: News): Promise<void> =>
  new Promise((resolve) => process.send!(news, undefined, undefined, () => resolve()));

function write(place: Place, why: string): string {
  const folder = join(order.folder, `${place.target}-${place.seed}-${place.number}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [name, bytes] of Object.entries(inputAt(place)))
    writeFileSync(join(folder, name), bytes);
  writeFileSync(join(folder, 'why.txt'), `${why}\n`);
  return folder;
}

async function tryAll({ target, seed, from, count }: Order): Promise<void> {
  for (let number = from; number < from + count; number++) {
    const place = { target, seed, number };
    await tell({ next: place });
    const begin = performance.now();
    const failure = await tryOut(place);
    const seconds = (performance.now() - begin) / 1000;
    const { rss } = process.memoryUsage();
    const large = rss > MOST_BYTES ? `The process holds ${(rss / 1e9).toFixed(2)} GB.` : null;
    const slow = seconds > MOST_SECONDS ? `It took ${seconds.toFixed(1)} s.` : null;
    const why = failure?.why ?? large ?? slow;
    if (why !== null) await tell({ failure: { ...place, why }, at: write(place, why) });
  }
  await tell({ done: process.resourceUsage().maxRSS * 1024 });
}

const order = JSON.parse(process.argv[2]!) as Order;
if (order.writeOnly)
  write({ target: order.target, seed: order.seed, number: order.from }, 'No answer.');
else await tryAll(order);
process.exit(0);
