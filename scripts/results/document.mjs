/** docs/results.md, from the outcomes. */
import { commandLine, trainArguments, trialArguments } from './commands.mjs';
import { ROWS, rowNamed } from './rows.mjs';
import { SECTIONS } from './sections.mjs';
import { summarise } from './summary.mjs';
import { HOLD_OUT, TUNINGS } from './tunings.mjs';
import { percent, whole } from './words.mjs';

const HEAD = `# Results

What the formulation of this project reaches. **None of these figures is the MT-Spike paper's**: its equations, layer sizes and
kernel were not available here (see the README), so what is trained and measured is this project's own formulation of its four
parts. \`npm run results\` writes this file from the JSON files in docs/results; do not edit it by hand.

    npm run results -- --list           # the rows, what is done, how long the rest may take
    npm run results -- ROW [ROW ...]    # trains and tests what is not done yet; an interrupted row goes on where it stopped
    npm run results -- --verify ROW     # trains a seed anew and compares the model file, byte for byte

Accuracy is the mean over the seeds of the share of the 10,000 test images (or points) that is answered rightly at the end of a run whose
length was fixed before; in brackets the worst and the best seed. No epoch and no seed is chosen by these images, and what was
tuned here was tuned on training images held out (see Tuning). Yet the defaults of this project, and the settings of the rows with
800 neurons, go back to first trials that had been compared by their test accuracy: expect a little less of them on images that
had no part in it. *Spikes* are an image's, layer by layer, the input first (a
packed input neuron's train counts with all its spikes); *operations* are presynaptic spikes or trains that reach a neuron which
has not fired yet, up to the decision; *MACs* what a network of equal shape computes where every synapse counts; the *decision
time* is the first output spike's, with an input window of [0, 1]. The time of training was taken while the machine had other work
as well: it says how long to wait, not how fast the engine is (bench/README.md does).
`;

const COLUMNS = [
  'row',
  'what it is',
  'test accuracy',
  'seeds',
  'weights',
  'spikes an image',
  'operations',
  'MACs',
  'decision time',
  'training',
];

/**
 * @param {object} found
 * @param {(row: import('./rows.mjs').Row, seed: number) => any} found.outcomeOf the stored JSON, or undefined
 * @param {(tuning: import('./tunings.mjs').Tuning) => any} found.tuningOf the stored JSON, or undefined
 */
export function writeDocument({ outcomeOf, tuningOf }) {
  const summaries = new Map(
    ROWS.map((row) => [row.name, summarise(row, (seed) => outcomeOf(row, seed))]),
  );
  return [
    HEAD,
    ...SECTIONS.map((section) => sectionText(section, summaries)),
    tuningText(tuningOf),
    commandsText(),
    machinesText(outcomeOf),
  ].join('\n');
}

/** A Markdown table; the first `texts` columns hold texts, the others figures. */
function table(head, rows, texts) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  const rule = `|${head.map((_, c) => (c < texts ? ' --- |' : ' --: |')).join('')}`;
  return [line(head), rule, ...rows.map(line)].join('\n');
}

function sectionText({ title, note, rows, says }, summaries) {
  const sentences = says((name) => [name, summaries.get(name)]).filter(Boolean);
  const lines = rows.map((name) => rowCells(name, rowNamed(name).about, summaries.get(name)));
  return [
    `## ${title}\n`,
    ...(note ? [`${note}\n`] : []),
    `${table(COLUMNS, lines, 2)}\n`,
    ...(sentences.length > 0 ? [`${sentences.map((text) => `- ${text}`).join('\n')}\n`] : []),
  ].join('\n');
}

/** A row of a table; dashes where it was not run yet. */
function rowCells(name, about, summary) {
  if (!summary) return [name, about, 'not run yet', '-', '-', '-', '-', '-', '-', '-'];
  const { accuracy, seeds, weights, spikes, operations, macs, decisionTime, seconds } = summary;
  const range =
    seeds.length > 1
      ? ` (${(100 * accuracy.least).toFixed(2)} to ${(100 * accuracy.most).toFixed(2)})`
      : '';
  return [
    name,
    about,
    percent(accuracy.mean) + range,
    seeds.join(', '),
    whole(weights),
    spikes.map((count) => count.toFixed(count < 100 ? 1 : 0)).join(' - '),
    whole(operations),
    whole(macs),
    decisionTime.toFixed(3),
    duration(seconds),
  ];
}

export function duration(seconds) {
  if (seconds < 90) return `${Math.max(1, Math.round(seconds))} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? `${minutes} min` : `${(minutes / 60).toFixed(1)} h`;
}

/** Trials of the time when `--hold-out` took the last images of the file do not say which it took. */
const heldLast = ({ held_out: which }) => which === undefined;
const LAST = `Figures with an asterisk are of the time when \`--hold-out\` took the file's last images. Today it takes of each class its share, chosen at random: the same command now leaves other images out, and its figure may differ by some tenths of a point.\n`;

function tuningText(tuningOf) {
  const parts = TUNINGS.map((tuning) => {
    const trials = tuningOf(tuning)?.trials ?? [];
    const lines = tuning.trials.map((options, index) => {
      const line = commandLine(trialArguments(tuning, index));
      const trial = trials.find(({ command }) => command === line);
      if (!trial) return [options, 'not run yet'];
      return [options, `${percent(trial.hold_out_accuracy)}${heldLast(trial) ? ' *' : ''}`];
    });
    return [
      `**${tuning.name}**: ${tuning.about}\n`,
      `    ${commandLine(trialArguments(tuning, 0)).replace(` ${tuning.trials[0]}`, ' OPTIONS')}\n`,
      `${table(['options', `accuracy on the ${whole(tuning.holdOut ?? HOLD_OUT)} held out`], lines, 1)}\n`,
    ].join('\n');
  });
  const trialsOf = TUNINGS.flatMap((tuning) => tuningOf(tuning)?.trials ?? []);
  const note = `Each trial leaves training images (or points) out and is judged by them alone (\`npm run results -- --tune NAME\`). One seed a trial: differences of some tenths of a point are chance.\n`;
  return ['## Tuning\n', note, ...(trialsOf.some(heldLast) ? [LAST] : []), ...parts].join('\n');
}

function commandsText() {
  const lines = ROWS.flatMap((row) => {
    const command = commandLine(trainArguments(row, 'SEED'));
    return [`# ${row.name}`, `${command} --out MODEL`];
  });
  return ['## Commands\n', ...lines.map((line) => `    ${line}`), ''].join('\n');
}

/** On which machines the outcomes were made. */
function machinesText(outcomeOf) {
  const machines = new Set();
  for (const row of ROWS) {
    for (const seed of row.seeds) {
      const found = outcomeOf(row, seed);
      if (!found) continue;
      const { processor, cores, node } = found.machine;
      const threads = found.threads === 1 ? 'one thread' : `${found.threads} threads`;
      machines.add(
        `${processor}, ${cores} cores, Node ${node}: the ${found.engine} engine on ${threads}`,
      );
    }
  }
  const lines = [...machines].map((text) => `- ${text}`);
  return ['## Machines\n', ...(lines.length > 0 ? lines : ['None yet.']), ''].join('\n');
}
