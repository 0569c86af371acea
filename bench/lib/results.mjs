/** What a command found, with the machine it was found on. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { join, relative } from 'node:path';
import { root } from '../../scripts/lib/root.mjs';

const start = { date: new Date().toISOString(), load: loadavg()[0] };

function commit() {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: root }).toString().trim();
  } catch {
    return null;
  }
}

/** @param {import('playwright').Browser} [browser] */
export const machine = (browser) => ({
  processor: cpus()[0]?.model.trim() ?? 'unknown',
  cores: availableParallelism(),
  memoryGB: Math.round(totalmem() / 2 ** 30),
  platform: `${process.platform} ${process.arch}`,
  node: process.version,
  ...(browser && { chromium: browser.version() }),
  /** Processes that wanted a core when the run began: above about 0.3, the figures are too slow. */
  loadBefore: start.load,
});

/** A busy machine is reported; the measurement goes on. */
export function warnIfBusy() {
  if (start.load > 0.5)
    console.error(
      `The machine is busy (load ${start.load.toFixed(1)}): the times will be too long; ratios within the run may hold.`,
    );
}

/** Writes bench/results/NAME.json, or NAME.quick.json. */
export function save(name, { quick, browser, ...content }) {
  const folder = join(root, 'bench/results');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${name}${quick ? '.quick' : ''}.json`);
  const head = { bench: name, date: start.date, commit: commit(), machine: machine(browser) };
  writeFileSync(file, `${JSON.stringify({ ...head, ...content }, rounded, 2)}\n`);
  console.log(`\n${relative(process.cwd(), file)}`);
}

/** Five figures of every number are more than enough. */
const rounded = (_, value) =>
  typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(5)) : value;
