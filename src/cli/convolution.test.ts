/** A network with convolutions through all commands. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readModel } from '../files/model-file';
import { createFolder, mtspike, TRAIN_LINE, type Folder } from './fixture';

let folder: Folder;
beforeAll(() => {
  folder = createFolder();
});
afterAll(() => folder.remove());

const LINE = TRAIN_LINE.replace('36-12-3', '36-8c3-12c2s2-24-3').replace(
  'reference',
  'cpu --threads 1',
);

test('train, evaluate and classify, the same bytes again', async () => {
  const { code, out } = await mtspike(folder, `${LINE} --out a --epochs 20 --json`);
  expect(code).toBe(0);
  const result = JSON.parse(out.trimEnd().split('\n').at(-1)!) as Record<string, unknown>;
  expect(result).toMatchObject({ network: '36-8c3-12c2s2-24-3', engine: 'cpu' });
  expect(result.weights).toBe(8 * 9 + 12 * 4 * 8 + 4 * 12 * 24 + 24 * 3);
  expect(result.test_accuracy).toBeGreaterThan(0.8);
  expect((result.spikes_per_image as { hidden: number[] }).hidden).toHaveLength(3);

  await mtspike(folder, `${LINE} --out b --epochs 20`);
  expect(readFileSync(folder.file('b')).equals(readFileSync(folder.file('a')))).toBe(true);
  const { spec } = readModel(Uint8Array.from(readFileSync(folder.file('a'))));
  expect(spec.convolutions).toEqual([
    { channels: 8, kernel: 3, stride: 1 },
    { channels: 12, kernel: 2, stride: 2 },
  ]);

  const data = '--images test-images --labels test-labels';
  const engines = ['cpu', 'reference'].map(async (engine) => {
    const line = `evaluate --model a ${data} --engine ${engine} --threads 1 --json`;
    return JSON.parse((await mtspike(folder, line)).out) as Record<string, number>;
  });
  const [cpu, reference] = await Promise.all(engines);
  expect(cpu!.accuracy).toBe(result.test_accuracy);
  expect(reference!.accuracy).toBe(cpu!.accuracy);
  expect(reference!.synaptic_operations! / cpu!.synaptic_operations!).toBeCloseTo(1, 3);

  const lines = await mtspike(
    folder,
    'classify --model a --images blank-images --spikes --threads 1',
  );
  const answers = lines.out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);
  expect(answers).toMatchObject([{ image: 0 }, { image: 1, class: null, guess: null }, {}]);
  const { spike_times: times } = answers[0] as { spike_times: (number | null)[][] };
  expect(times.map((layer) => layer.length)).toEqual([4 * 4 * 8, 2 * 2 * 12, 24, 3]);
});

test('ink and paper: twice the inputs, and a file of version 3 that says so', async () => {
  const line = LINE.replace('36-', '72-');
  const { code, out } = await mtspike(
    folder,
    `${line} --polarity both --out both --epochs 20 --json`,
  );
  expect(code).toBe(0);
  const result = JSON.parse(out.trimEnd().split('\n').at(-1)!) as Record<string, number>;
  expect(result.weights).toBe(8 * 18 + 12 * 4 * 8 + 4 * 12 * 24 + 24 * 3);
  expect(result.test_accuracy).toBeGreaterThan(0.8);
  const { spec, metadata } = readModel(Uint8Array.from(readFileSync(folder.file('both'))));
  expect(spec.coding.polarity).toBe('both');
  expect(metadata).toMatchObject({ format_version: '3' });
  const again =
    'evaluate --model both --images test-images --labels test-labels --threads 1 --json';
  const { accuracy } = JSON.parse((await mtspike(folder, again)).out) as Record<string, number>;
  expect(accuracy).toBe(result.test_accuracy);
});

test.each([
  ['36-6c3s2', 'like 784-16c5s2-128-10'],
  ['36-12-6c3-3', 'like 784-16c5s2-128-10'],
  ['36-6c3s4-3', 'convolutions[0].stride is 4, but must be from 1 to 3.'],
  ['36-6c7-3', 'convolutions[0].kernel is 7, larger than the layer before (6 x 6).'],
  ['36-1c1-1c1-1c1-3', '0 to 2 convolutional layers'],
  ['30-6c3s2-3', 'use --network 36-6c3s2-3'],
  ['36-6c3-4', 'use --network 36-6c3-3'],
])('--network %s is bad usage', async (name, words) => {
  const { code, err } = await mtspike(folder, `${LINE} --network ${name} --out none`);
  expect(err).toContain(words);
  expect(code).toBe(2);
});
