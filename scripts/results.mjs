// `npm run results`: trains and tests the rows of docs/results.md, and writes it. --help explains the rest.
import './lib/node-version.mjs';
import './lib/output.mjs';
import { relative } from 'node:path';
import { ensureInstalled } from './lib/install.mjs';
import { root } from './lib/root.mjs';
import { fail, UserError } from './lib/stop.mjs';
import { duration, writeDocument } from './results/document.mjs';
import { importRow, isDone, runRow, runTuning, verifyRow } from './results/run-row.mjs';
import { HELP, plan, readCommandLine } from './results/select.mjs';
import { documentFile, outcomeFile, readJson, tuningFile, writeText } from './results/store.mjs';
import { TUNINGS, tuningNamed } from './results/tunings.mjs';

function write() {
  const text = writeDocument({
    outcomeOf: (row, seed) => readJson(outcomeFile(row, seed)),
    tuningOf: (tuning) => readJson(tuningFile(tuning)),
  });
  writeText(documentFile, text);
  console.error(`${relative(root, documentFile)} is written.`);
}

/** What is left of a run, in seconds on one thread of an idle machine. */
const left = (runs) =>
  runs.reduce((sum, { row, seed }) => sum + (isDone(row, seed) ? 0 : 60 * row.minutes), 0);

function list(rows) {
  for (const row of rows) {
    const seeds = row.seeds.map((seed) => `${seed}${isDone(row, seed) ? ' done' : ''}`).join(', ');
    const time = `${duration(60 * row.minutes)} a seed`;
    console.log(`${row.name}: ${row.about}\n  seeds ${seeds}; ${time}`);
  }
  console.log(`\nTunings: ${TUNINGS.map(({ name }) => name).join(', ')}`);
  console.log(`What is left takes about ${duration(left(plan(rows)))} on one idle core.`);
}

async function verify(runs, asked) {
  const chosen =
    asked.seeds === undefined ? runs.filter(({ row, seed }) => seed === row.seeds[0]) : runs;
  let same = true;
  for (const { row, seed } of chosen) {
    const holds = await verifyRow(row, seed, asked);
    console.log(
      `${row.name}, seed ${seed}: ${holds ? 'the same model, byte for byte' : 'ANOTHER model than the one on record'}`,
    );
    same &&= holds;
  }
  if (!same) throw new UserError('Not every row could be reproduced.');
}

async function main() {
  const asked = readCommandLine(process.argv.slice(2));
  const { rows, runs, tune } = asked;
  if (asked.help) return console.log(HELP);
  if (asked.list) return list(rows);
  if (asked.write) return write();
  await ensureInstalled();
  if (asked.verify) return verify(runs, asked);
  if (tune !== undefined) await runTuning(tuningNamed(tune), asked);
  else if (asked.import !== undefined) await importRow(rows[0], asked.import, asked.model, asked);
  else {
    for (const { row, seed } of runs) {
      const written = await runRow(row, seed, asked);
      // A long run is worth looking at before it is over.
      if (written) write();
    }
  }
  write();
}

try {
  await main();
} catch (error) {
  fail(error);
}
