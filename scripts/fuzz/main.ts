/** The process that tries inputs, watched by scripts/fuzz.mjs: it tells which one comes next, and what it found. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { processorSeconds } from './processor-time';
import { inputAt, tryOut, type Failure, type Place } from './try-out';

/** The most time of the processor that an answer, and memory that the program may take. */
const MOST_SECONDS = 10;
const MOST_BYTES = 500e6;

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

/** The most bytes that this process has held. */
const most = (): number => process.resourceUsage().maxRSS * 1024;

async function tryAll({ target, seed, from, count }: Order): Promise<void> {
  let held = most();
  for (let number = from; number < from + count; number++) {
    const place = { target, seed, number };
    await tell({ next: place });
    const begin = processorSeconds();
    const failure = await tryOut(place);
    const seconds = processorSeconds() - begin;
    const before = held;
    held = most();
    const isLarge = held > MOST_BYTES && before <= MOST_BYTES;
    const large = isLarge ? `The process held ${(held / 1e6).toFixed(0)} MB.` : null;
    const slow = seconds > MOST_SECONDS ? `It took ${seconds.toFixed(1)} s.` : null;
    const why = failure?.why ?? large ?? slow;
    if (why !== null) await tell({ failure: { ...place, why }, at: write(place, why) });
  }
  await tell({ done: most() });
}

const order = JSON.parse(process.argv[2]!) as Order;
if (order.writeOnly)
  write({ target: order.target, seed: order.seed, number: order.from }, 'No answer.');
else await tryAll(order);
process.exit(0);
