import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { paceClock } from '../engine/shared/clock.test-data';
import { readModel, writeModel } from '../files/model-file';
import { createFolder, mtspike, TRAIN_LINE, type Captured, type Folder } from './fixture';

let folder: Folder;
beforeEach(() => {
  folder = createFolder();
});
afterEach(() => folder.remove());

const bytes = (name: string) => new Uint8Array(readFileSync(folder.file(name)));

/** Interrupts a training after some notes: at the end of an epoch, or on a terminal, where a bar is drawn, within one. */
function interrupted(line: string, notes: number, noteColumns = 0): Promise<Captured> {
  const controller = new AbortController();
  let left = notes;
  const note = (): void => {
    if (--left === 0) controller.abort();
  };
  return mtspike(folder, line, { signal: controller.signal, note, noteColumns });
}

const step = (name: string): number => readModel(bytes(name)).optimizer!.step;

describe('train --checkpoint', () => {
  test.each([
    ['the reference engine', '--engine reference --epochs 4'],
    ['the cpu engine', '--engine cpu --threads 1 --epochs 4'],
    [
      'distortions and a running average',
      '--engine cpu --threads 1 --epochs 4 --distort affine+elastic --ema 0.9',
    ],
    ['momentum', '--engine reference --epochs 4 --optimizer sgd'],
    ['images held out', '--engine cpu --threads 1 --epochs 4 --hold-out 20'],
  ])('interrupted and resumed gives the bytes of a training in one go: %s', async (_, options) => {
    const line = `${TRAIN_LINE} ${options}`;
    await mtspike(folder, `${line} --out whole`);
    const parts = `${line} --out parts --checkpoint state`;
    const first = await interrupted(parts, 1);
    expect(first.code).toBe(130);
    expect(existsSync(folder.file('parts'))).toBe(false);
    const second = await interrupted(parts, 2);
    expect(second.code).toBe(130);
    const perEpoch = options.includes('hold-out') ? 5 : 6;
    expect(step('state')).toBe(3 * perEpoch);
    const last = await mtspike(folder, parts);
    expect(last.code).toBe(0);
    expect(bytes('parts')).toEqual(bytes('whole'));
    expect(existsSync(folder.file('state'))).toBe(false);
  });

  test('goes on from the middle of an epoch', async () => {
    const line = `${TRAIN_LINE} --batch 1 --epochs 2`;
    await mtspike(folder, `${line} --out whole`);
    const parts = `${line} --out parts --checkpoint state`;
    const steps: number[] = [];
    // So that every few steps are reported, on any machine.
    paceClock(10);
    for (;;) {
      const { code } = await interrupted(parts, 7, 80);
      if (code === 0) break;
      expect(code).toBe(130);
      steps.push(step('state'));
    }
    expect(steps.filter((made) => made % 90 !== 0).length).toBeGreaterThan(2);
    expect(bytes('parts')).toEqual(bytes('whole'));
  });

  test('says what is kept, adds up the time, and shows the epochs that are left', async () => {
    const line = `${TRAIN_LINE} --out a --checkpoint kept --json`;
    const controller = new AbortController();
    let err = '';
    const note = (text: string): void => {
      err += text;
      if (text.startsWith('epoch 2/')) controller.abort();
    };
    await mtspike(folder, line, { signal: controller.signal, note });
    expect(err).toMatch(
      /Interrupted: no model was written, but kept keeps the training up to step 12 of 48; the same command goes on from there\.\n$/,
    );
    const { metadata, ...model } = readModel(bytes('kept'));
    expect(model.weights[0]).toHaveLength(36 * 12);
    const description = JSON.parse(metadata!.checkpoint!) as { seconds: number };
    expect(description.seconds).toBeGreaterThan(0);
    const earlier = 1000;
    rewrite('kept', description, { seconds: earlier });
    const rest = await mtspike(folder, line);
    expect(rest.err).toMatch(/^epoch 3\/8: /);
    const { train_seconds: total } = JSON.parse(rest.out) as { train_seconds: number };
    expect(total).toBeGreaterThan(earlier);
    expect(total).toBeLessThan(earlier + 100);
  });

  test.each([
    ['another seed', '--seed 2', 'seed is 1 there and 2 here'],
    ['another rate', '--learning-rate 0.01', 'learning-rate is 0.02 there and 0.01 here'],
    ['another plan', '--epochs 9', 'epochs is 8 there and 9 here'],
    ['another network', '--network 36-13-3', 'network is "36-12-3" there and "36-13-3" here'],
    ['other images', '--images test-images --labels test-labels', 'the data is'],
    ['another engine', '--engine cpu', 'engine is "reference" there and "cpu" here'],
  ])('does not go on with %s', async (_, options, words) => {
    await interrupted(`${TRAIN_LINE} --out b --checkpoint other`, 1);
    const before = bytes('other');
    const { code, err, out } = await mtspike(
      folder,
      `${TRAIN_LINE} --out b --checkpoint other ${options}`,
    );
    expect(err).toContain(`other is a checkpoint of another training (${words}`);
    expect(err).toMatch(
      /^[^\n]*: name another --checkpoint, or delete this one to start anew\.\n$/,
    );
    expect([code, out]).toEqual([1, '']);
    expect(bytes('other')).toEqual(before);
    expect(existsSync(folder.file('b'))).toBe(false);
  });

  test('does not go on from a state that is not sound, nor from a description nested without end', async () => {
    await interrupted(`${TRAIN_LINE} --out c --checkpoint sound`, 1);
    const { optimizer, ...model } = readModel(bytes('sound'));
    const second = optimizer!.second.map((layer) => layer.map((v) => -v - 1));
    const nested = `{"seed":${'['.repeat(3000)}${']'.repeat(3000)}}`;
    writeFileSync(
      folder.file('unsound'),
      writeModel({ ...model, optimizer: { ...optimizer!, second } }),
    );
    writeFileSync(
      folder.file('nested'),
      writeModel({ ...model, optimizer: optimizer!, metadata: { checkpoint: nested } }),
    );
    for (const [name, words] of [
      ['unsound', 'as the tensor optimizer.layers.0.second holds -'],
      ['nested', 'as it holds no state of training'],
    ] as const) {
      const { code, err } = await mtspike(folder, `${TRAIN_LINE} --out c --checkpoint ${name}`);
      expect(err).toContain(`${name} is no checkpoint, ${words}`);
      expect(err).toMatch(/^[^\n]*: name another --checkpoint, [^\n]*\n$/);
      expect(code).toBe(1);
    }
  });

  test('does not go on from a model, from text or from a cut file', async () => {
    await mtspike(folder, `${TRAIN_LINE} --epochs 1 --out model`);
    await interrupted(`${TRAIN_LINE} --out b --checkpoint cut`, 1);
    writeFileSync(folder.file('cut'), bytes('cut').subarray(0, -5));
    const errors: string[] = [];
    for (const name of ['model', 'text', 'cut']) {
      const { code, err } = await mtspike(folder, `${TRAIN_LINE} --out b --checkpoint ${name}`);
      expect(code).toBe(1);
      errors.push(err);
    }
    expect(errors[0]).toContain('model is no checkpoint, as it holds no state of training: ');
    expect(errors[1]).toContain('text is no checkpoint to go on from: ');
    expect(errors[2]).toContain('cut is no checkpoint to go on from: ');
  });

  test('is no file that cannot be written, nor the model file', async () => {
    const nowhere = await mtspike(folder, `${TRAIN_LINE} --out b --checkpoint no/where`);
    expect([nowhere.code, nowhere.err]).toEqual([
      1,
      'no/where cannot be written: there is no such file or folder.\n',
    ]);
    const same = await mtspike(folder, `${TRAIN_LINE} --out b --checkpoint ./b`);
    expect(same.code).toBe(2);
    expect(same.err).toContain('name the same file');
  });
});

/** Changes what a checkpoint says of itself, in bytes of the same length. */
function rewrite(name: string, old: object, change: object): void {
  const model = readModel(bytes(name));
  const metadata = { checkpoint: JSON.stringify({ ...old, ...change }) };
  writeFileSync(folder.file(name), writeModel({ ...model, metadata }));
}
