import { expect, test } from 'vitest';
import { ROWS } from './rows.mjs';
import { plan, readCommandLine } from './select.mjs';

const read = (line) => readCommandLine(line === '' ? [] : line.split(' '));
const names = ({ rows }) => rows.map(({ name }) => name);
const runs = (asked) => asked.runs.map(({ row, seed }) => `${row.name}/${seed}`);

test('all rows without names, the first seed of each before the second', () => {
  const asked = read('');
  expect(asked.rows).toEqual(ROWS);
  expect(runs(asked).slice(0, ROWS.length)).toEqual(ROWS.map(({ name }) => `${name}/1`));
  expect(asked.runs).toHaveLength(ROWS.reduce((sum, { seeds }) => sum + seeds.length, 0));
  const few = { name: 'few', seeds: [4] };
  const many = { name: 'many', seeds: [1, 2] };
  expect(plan([few, many]).map(({ row, seed }) => row.name + seed)).toEqual([
    'few4',
    'many1',
    'many2',
  ]);
});

test('rows by name and by how they begin, once each, and chosen seeds', () => {
  expect(names(read('784-400-10 784-128-10 784-400-10'))).toEqual(['784-400-10', '784-128-10']);
  expect(names(read('k2-*')).toSorted()).toEqual(
    ['first', 'mean']
      .flatMap((one) => [`k2-latency-${one}`, `k2-phase-${one}`])
      .concat('k2-latency', 'k2-phase')
      .toSorted(),
  );
  expect(runs(read('784-128-10 784-400-10 --seeds 3,2'))).toEqual([
    '784-128-10/2',
    '784-400-10/2',
    '784-128-10/3',
    '784-400-10/3',
  ]);
});

test.each([
  ['784-128', 'There is no row "784-128": --list shows them.'],
  ['nothing*', 'There is no row "nothing*"'],
  ['--seeds 1,x', '--seeds takes whole numbers above 0, not "x".'],
  ['--threads 0', '--threads takes whole numbers above 0, not "0".'],
  ['--tune rate', 'There is no tuning "rate": take one of '],
  ['--verify', '--verify needs a ROW'],
  ['--import a.json 784-128-10', '--import and --model go together'],
  ['--import a.json --model a', '--import needs one ROW'],
  ['--frobnicate', "Unknown option '--frobnicate'"],
])('%s is wrong usage', (line, words) => {
  let thrown;
  try {
    read(line);
  } catch (error) {
    thrown = error;
  }
  expect(thrown?.message).toContain(words);
  expect(thrown?.exitCode).toBe(2);
});
