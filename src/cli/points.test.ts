import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createFolder, mtspike, type Folder } from './fixture';

let folder: Folder;
beforeAll(() => void (folder = createFolder()));
afterAll(() => folder.remove());

const POINTS = '--points yin-yang --points-count 300 --points-test-count 60 --points-seed 5';
const TRAIN = '--network 5-6-3 --epochs 3 --engine reference';

const parsed = <T>({ out }: { out: string }): T => JSON.parse(out) as T;

test('points written as IDX files and read again train to the same weights, and the same is tested', async () => {
  const names = '--images i --labels l --test-images ti --test-labels tl';
  const written = await mtspike(folder, `points ${POINTS} ${names}`);
  expect(written).toEqual({
    code: 0,
    out: '',
    err: 'yin-yang: 300 points to train on and 60 to test with, 4 files written.\n',
  });
  const made = parsed<{ test_accuracy: number }>(
    await mtspike(folder, `train ${POINTS} ${TRAIN} --out made --json`),
  );
  // Points have defaults of their own; files are given the same by options.
  const same = '--cut 0 --learning-rate 0.02 --loss cross-entropy --temperature 0.01';
  const read = parsed<{ test_accuracy: number }>(
    await mtspike(folder, `train ${names} ${TRAIN} ${same} --out read --json`),
  );
  expect(readFileSync(folder.file('made'))).toEqual(readFileSync(folder.file('read')));
  expect(made.test_accuracy).toBe(read.test_accuracy);

  const evaluated = parsed<{ accuracy: number; images: number }>(
    await mtspike(folder, `evaluate --model made ${POINTS}`),
  );
  expect(evaluated).toMatchObject({ accuracy: made.test_accuracy, images: 60 });
  const lines = (await mtspike(folder, `classify --model made ${POINTS}`)).out.trim().split('\n');
  const files = (await mtspike(folder, 'classify --model made --images ti')).out.trim().split('\n');
  const answers = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  const labels = readFileSync(folder.file('tl')).subarray(8);
  const images = readFileSync(folder.file('ti')).subarray(16);
  answers.forEach(({ point, label, ...rest }, i) => {
    expect(rest).toEqual(JSON.parse(files[i]!));
    expect(label).toBe(labels[i]);
    expect(point).toEqual([(images[5 * i]! - 1) / 254, (images[5 * i + 2]! - 1) / 254]);
  });
});

test('points begin with 5-12-classes, a cut of 0 and settings of their own, unless these are given', async () => {
  const points = '--points blobs --points-classes 4 --points-count 8 --engine reference';
  const summary = parsed<Record<string, unknown>>(
    await mtspike(folder, `train ${points} --out own --json`),
  );
  expect(summary).toMatchObject({ network: '5-12-4', learning_rate: 0.02, epochs: 60 });
  const text = readFileSync(folder.file('own'), 'latin1');
  expect(text).toContain(String.raw`\"cut\":0}`);
  expect(text).toContain('cross-entropy');
  await mtspike(folder, `train ${points} --loss heuristic --epochs 1 --cut 0.05 --out other`);
  const other = readFileSync(folder.file('other'), 'latin1');
  expect(other).toContain(String.raw`\"cut\":0.05}`);
  expect(other).toContain('heuristic');
  const spirals = '--points spirals --points-count 8 --epochs 1 --engine reference';
  const harder = await mtspike(folder, `train ${spirals} --out harder --json`);
  expect(parsed<Record<string, unknown>>(harder)).toMatchObject({ network: '5-30-30-2' });
});

test('sentences of points speak of points', async () => {
  const points = '--points xor --points-count 16 --points-test-count 8 --engine reference';
  const trained = await mtspike(folder, `train ${points} --epochs 1 --hold-out 4 --out spoken`);
  expect(trained.out).toMatch(/ of 8 test points right, .* of 4 held-out points right, /);
  expect(trained.err).toMatch(/ points\/s\n$/);
  const few = await mtspike(folder, `train ${points} --hold-out 16 --out spoken`);
  expect(few.err).toContain('there are only 16 training points');
});

test.each([
  ['train --points stars --out x', 2, '--points is "stars", but must be one of yin-yang, xor,'],
  ['train --points blobs --points-classes 26 --out x', 2, '--points-classes is "26", but must be'],
  ['train --points xor --points-classes 3 --out x', 2, '"xor" has 2 classes: leave it out.'],
  [
    'train --points yin-yang --points-count 2 --out x',
    2,
    'one of the 3 classes of "yin-yang" empty',
  ],
  ['train --points-noise 0.1 --out x', 2, '--points-noise needs --points'],
  ['train --points xor --points-noise 2 --out x', 2, '--points-noise is "2", but must be a number'],
  [
    'train --points xor --images i --labels l --out x',
    2,
    '--points and --images are two data sets',
  ],
  ['train --points xor --distort shift --out x', 2, 'a point moved is another point'],
  ['train --points xor --network 5-4-3 --out x', 2, 'use --network 5-4-2.'],
  ['classify --model own', 2, 'classify needs --images FILE, or --points SET.'],
  ['evaluate --model own', 2, 'evaluate needs --images FILE, or --points SET.'],
  ['evaluate --model own --images i', 2, '--images needs --labels'],
  ['points --points xor', 2, 'points needs a file to write'],
  ['points --images x', 2, 'points needs --points SET'],
  ['points --points xor --images x --labels x', 2, '--images and --labels name the same file'],
])('%s is answered in a sentence', async (line, code, sentence) => {
  const result = await mtspike(folder, line);
  expect([result.code, result.out]).toEqual([code, '']);
  expect(result.err).toContain(sentence);
  expect(result.err.trimEnd()).not.toContain('\n');
});

test('points of more classes than the network tells apart, and images of another size, are refused', async () => {
  const two = '--points xor --points-count 8 --epochs 1 --engine reference --out two';
  await mtspike(folder, `train ${two}`);
  const many = await mtspike(folder, 'evaluate --model two --points yin-yang');
  expect([many.code, many.err]).toEqual([
    1,
    'The set "yin-yang" has 3 classes, but the network tells 2 apart.\n',
  ]);
  const size = await mtspike(folder, 'classify --model two --images odd-images');
  expect(size.err).toContain(
    'odd-images holds images of 5 x 5 pixels, but the network takes 5 x 1',
  );
});
