import { describe, expect, test } from 'vitest';
import { commandLine, trainArguments, trialArguments } from './commands.mjs';
import { duration, writeDocument } from './document.mjs';
import { rowNamed } from './rows.mjs';
import { multiplyAccumulates, summarise } from './summary.mjs';
import { TUNINGS } from './tunings.mjs';

const SPEC = {
  input: { width: 28, height: 28, cut: 0.1 },
  coding: { kernel: 1, stride: 1, train: 'latency' },
  layers: [128, 10],
};

const outcome = (row, seed, accuracy) => ({
  row: row.name,
  seed,
  command: commandLine(trainArguments(row, seed)),
  engine: 'cpu',
  threads: 1,
  machine: { processor: 'Some CPU', cores: 2, node: 'v20.19.0' },
  train: { weights: 101_632, train_seconds: 10 * seed },
  evaluate: {
    accuracy,
    spikes_per_image: { input: 138, hidden: [50 + seed], output: 10 },
    synaptic_operations: 10_000 + seed,
    decision_time: 1.25,
  },
  model: { spec: SPEC },
});

const row = rowNamed('784-128-10');
const written = (outcomes, tuningOf = () => undefined) =>
  writeDocument({
    outcomeOf: (of, seed) => outcomes.find((one) => one.row === of.name && one.seed === seed),
    tuningOf,
  });
const lineOf = (text, name) => text.split('\n').find((line) => line.startsWith(`| ${name} |`));

describe('the figures of a row', () => {
  const outcomes = [outcome(row, 1, 0.98), outcome(row, 2, 0.982), outcome(row, 3, 0.981)];

  test('are means over its seeds, with the range of the accuracy', () => {
    const found = summarise(row, (seed) => outcomes[seed - 1]);
    expect(found.accuracy.mean).toBeCloseTo(0.981, 12);
    expect(found).toMatchObject({
      seeds: [1, 2, 3],
      accuracy: { least: 0.98, most: 0.982 },
      spikes: [138, 52, 10],
      operations: 10_002,
      macs: 784 * 128 + 128 * 10,
      seconds: 20,
    });
    expect(lineOf(written(outcomes), '784-128-10')).toBe(
      '| 784-128-10 | cross-entropy, 20 epochs | 98.10 % (98.00 to 98.20) | 1, 2, 3 | 101,632 | 138 - 52.0 - 10.0 | 10,002 | 101,632 | 1.250 | 20 s |',
    );
  });

  test('leave out what was run with other settings', () => {
    const old = { ...outcomes[1], command: 'npm run -s mtspike -- train --epochs 3' };
    expect(summarise(row, (seed) => [outcomes[0], old][seed - 1]).seeds).toEqual([1]);
    expect(summarise(row, () => old)).toBeUndefined();
  });

  test('are absent before it was run', () => {
    expect(lineOf(written([]), '784-128-10')).toContain('| not run yet | - |');
    expect(written([])).not.toContain('answers');
  });

  test('of a convolution count a shared weight once a place', () => {
    const convolutions = [
      { channels: 16, kernel: 5, stride: 2 },
      { channels: 32, kernel: 3, stride: 2 },
    ];
    const macs = 12 * 12 * 16 * 25 + 5 * 5 * 32 * 9 * 16 + 5 * 5 * 32 * 256 + 256 * 10;
    expect(multiplyAccumulates({ ...SPEC, convolutions, layers: [256, 10] })).toBe(macs);
    const packed = { ...SPEC, coding: { kernel: 4, stride: 2 } };
    expect(multiplyAccumulates(packed)).toBe(169 * 128 + 1280);
  });
});

describe('the sentences', () => {
  const heuristic = rowNamed('784-128-10-heuristic');
  const both = (first, second) =>
    written([
      ...first.map((accuracy, s) => outcome(heuristic, s + 1, accuracy)),
      ...second.map((accuracy, s) => outcome(row, s + 1, accuracy)),
    ]);
  const head = '- 784-128-10-heuristic answers';

  test('say which is better, and whether the seeds tell', () => {
    expect(both([0.98, 0.982], [0.97, 0.972])).toContain(
      `${head} 98.10 % of the test images rightly, 784-128-10 97.10 %: 1.00 points more, and the worst seed of the better is above the best of the other.`,
    );
    expect(both([0.97, 0.973], [0.972, 0.974])).toContain(
      '0.15 points less, but the seeds overlap.',
    );
    expect(both([0.97], [0.972])).toContain(
      '0.20 points less, from too few seeds to rule out chance.',
    );
    expect(both([0.97], [0.97])).toContain('97.00 %: no difference.');
  });

  test('say whether a goal is reached', () => {
    const fast = rowNamed('784-128-10-3-epochs');
    const says = (accuracies) => written(accuracies.map((a, s) => outcome(fast, s + 1, a)));
    expect(says([0.971, 0.973])).toContain('reaches 97 % with every seed: 97.20 % (2 seeds).');
    expect(says([0.969, 0.973])).toContain('on average, though not with every seed: 97.10 %');
    expect(says([0.971])).toContain('reaches 97 %: 97.10 % (one seed).');
    expect(says([0.968])).toContain('stays below 97 %: 96.80 % (one seed).');
  });
});

test('tuning shows the trials made by the very commands', () => {
  const [tuning] = TUNINGS;
  const trials = [
    { command: commandLine(trialArguments(tuning, 0)), hold_out_accuracy: 0.9712 },
    { command: 'another', hold_out_accuracy: 0.5 },
    {
      command: commandLine(trialArguments(tuning, 2)),
      held_out: 'of each class',
      hold_out_accuracy: 0.9534,
    },
  ];
  const text = written([], (of) => (of === tuning ? { trials } : undefined));
  // Made when other images were held out, which the text says.
  expect(text).toContain(`| ${tuning.trials[0]} | 97.12 % * |`);
  expect(text).toMatch(/asterisk are of the time when `--hold-out` took the file's last images/);
  expect(text).toContain(`| ${tuning.trials[2]} | 95.34 % |`);
  expect(text).toContain(`| ${tuning.trials[1]} | not run yet |`);
  expect(text).not.toContain('50.00 %');
});

test('machines, once each, and commands', () => {
  const text = written([outcome(row, 1, 0.98), outcome(row, 2, 0.98)]);
  expect(
    text.match(/Some CPU, 2 cores, Node v20\.19\.0: the cpu engine on one thread/g),
  ).toHaveLength(1);
  expect(text).toContain(`    ${commandLine(trainArguments(row, 'SEED'))} --out MODEL`);
});

test('durations', () => {
  expect([0.2, 89, 90, 3600, 6000].map(duration)).toEqual([
    '1 s',
    '89 s',
    '2 min',
    '60 min',
    '1.7 h',
  ]);
});
