import { expect, test } from 'vitest';
import { commandLine, evaluateArguments, trainArguments, trialArguments } from './commands.mjs';
import { ROWS, rowNamed } from './rows.mjs';
import { SECTIONS } from './sections.mjs';
import { TUNINGS } from './tunings.mjs';

test('rows have names of their own that files can have, and every row is in the document', () => {
  const names = ROWS.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(names.filter((name) => !/^[a-z0-9-]+$/.test(name))).toEqual([]);
  const shown = new Set(SECTIONS.flatMap(({ rows }) => rows));
  expect([...shown].toSorted()).toEqual(names.toSorted());
});

test('sections speak of rows that there are', () => {
  for (const { says } of SECTIONS) {
    says((name) => {
      expect(rowNamed(name), name).toBeDefined();
      return [name, undefined];
    });
  }
});

test('a row and a seed are a command, and files of a set are named from the root', () => {
  expect(commandLine(trainArguments(rowNamed('784-800-400-10-distorted'), 2))).toBe(
    'npm run -s mtspike -- train --network 784-800-400-10 --epochs 60 --loss cross-entropy --spread 0.5 --distort affine+elastic --seed 2',
  );
  const fashion = rowNamed('fashion-784-400-10');
  const folder = 'node_modules/.cache/mt-spike/fashion-mnist';
  expect(trainArguments(fashion, 1).join(' ')).toContain(
    `--images ${folder}/train-images-idx3-ubyte.gz --labels ${folder}/train-labels-idx1-ubyte.gz --test-images `,
  );
  expect(evaluateArguments(fashion, 'M').slice(0, 5)).toEqual([
    'evaluate',
    '--model',
    'M',
    '--images',
    `${folder}/t10k-images-idx3-ubyte.gz`,
  ]);
});

test('points are made from options, for training and for testing alike', () => {
  const row = rowNamed('yin-yang-5-12-3');
  const set = '--points yin-yang --points-test-count 10000';
  expect(trainArguments(row, 3).join(' ')).toContain(`${set} --seed 3`);
  expect(evaluateArguments(row, 'M').join(' ')).toBe(`evaluate --model M ${set}`);
  // What is chosen by points held out is chosen by others than the row's.
  const tuning = TUNINGS.find(({ name }) => name === 'yin-yang');
  expect(trialArguments(tuning, 0).join(' ')).toMatch(/--points-seed 2 .* --hold-out 10000 /);
});

test('a trial on Fashion-MNIST names its training images, and never its test images', () => {
  const trials = TUNINGS.filter(({ data }) => data === 'fashion-mnist');
  expect(trials.length).toBeGreaterThan(0);
  for (const tuning of trials) {
    const line = trialArguments(tuning, 0).join(' ');
    expect(line).toMatch(/ --hold-out \d+ --images \S+train-images\S+ --labels \S+ --seed 1$/);
    expect(line).not.toContain('t10k');
  }
});

test('options come in pairs, and a trial holds images out', () => {
  const lines = [
    ...ROWS.map((row) => trainArguments(row, 1)),
    ...TUNINGS.flatMap((tuning) => tuning.trials.map((_, t) => trialArguments(tuning, t))),
  ];
  for (const [command, ...options] of lines) {
    expect(command).toBe('train');
    expect(options.filter((_, o) => o % 2 === 0).every((name) => name.startsWith('--'))).toBe(true);
    expect(options.length % 2).toBe(0);
  }
  expect(trialArguments(TUNINGS[0], 1).join(' ')).toContain('--hold-out 5000 --seed 1');
});
