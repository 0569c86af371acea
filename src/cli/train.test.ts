import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { holdOut } from '../data/hold-out';
import { readImageSet } from '../data/idx';
import { imageFile, labelFile } from '../data/idx.test-data';
import { readModel } from '../files/model-file';
import { bars, createFolder, mtspike, SIDE, TRAIN_LINE, type Folder } from './fixture';

let folder: Folder;
beforeAll(() => {
  folder = createFolder();
});
afterAll(() => folder.remove());

const train = (more: string) => mtspike(folder, `${TRAIN_LINE} ${more}`);
const written = (name: string) => readFileSync(folder.file(name));

describe('train', () => {
  test('learns, writes the model, and ends standard output with a line of JSON', async () => {
    const { code, out, err } = await train('--out a.safetensors --json');
    expect(err).toContain('epoch 8/8: loss ');
    expect(code).toBe(0);
    const lines = out.trimEnd().split('\n');
    const result = JSON.parse(lines.at(-1)!) as Record<string, unknown>;
    expect(result).toMatchObject({ network: '36-12-3', epochs: 8, seed: 1, engine: 'reference' });
    expect(result.test_accuracy).toBeGreaterThan(0.8);
    expect(result.train_seconds).toBeGreaterThan(0);
    expect(result.spikes_per_image).toEqual({
      input: expect.any(Number),
      hidden: [expect.any(Number)],
      output: expect.any(Number),
    });
    expect(result).not.toHaveProperty('hold_out_accuracy');
    const model = readModel(Uint8Array.from(written('a.safetensors')));
    expect(model.spec).toMatchObject({ input: { width: 6, height: 6 }, layers: [12, 3] });
    expect(model.optimizer).toBeUndefined();
    expect(readdirSync(folder.path).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  test('the same seed gives the same bytes, another seed others', async () => {
    const line = '--epochs 2 --distort affine+elastic --seed';
    await train(`--out b1 ${line} 7`);
    await train(`--out b2 ${line} 7`);
    await train(`--out b3 ${line} 8`);
    expect(written('b2').equals(written('b1'))).toBe(true);
    expect(written('b3').equals(written('b1'))).toBe(false);
  });

  test('in a sentence without --json', async () => {
    const { out } = await train('--out c --epochs 1');
    expect(out).toMatch(/^36-12-3: \d+\.\d\d % of 40 test images right, .* written to c\.\n$/);
  });

  test('a bar on a terminal', async () => {
    const { err } = await mtspike(folder, `${TRAIN_LINE} --out c`, { noteColumns: 60 });
    expect(err).toContain('\repoch ');
    expect(err).toContain('#');
    expect(err.endsWith('\r\u001B[K')).toBe(true);
    const lines = err.split('\r').map((line) => line.replace('\u001B[K', ''));
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(60);
  });

  test('holds out images of every class', async () => {
    const { out } = await train('--out d --epochs 2 --hold-out 30 --json');
    const held = JSON.parse(out) as { hold_out_accuracy: number };
    expect(held.hold_out_accuracy * 30).toBeCloseTo(Math.round(held.hold_out_accuracy * 30), 9);
    // What is held out is not seen: training on the others alone gives the same weights.
    const bytes = (name: string) => Uint8Array.from(written(name));
    const all = await readImageSet(bytes('train-images'), bytes('train-labels'));
    const { train: others, held: kept } = holdOut(all, 30);
    expect(new Set(kept.labels).size).toBe(3);
    writeFileSync(folder.file('other-images'), imageFile(60, 6, 6, others.images));
    writeFileSync(folder.file('other-labels'), labelFile(others.labels));
    await train('--out e --epochs 2 --images other-images --labels other-labels');
    expect(written('e').equals(written('d'))).toBe(true);
  });

  test('--ema writes the average', async () => {
    const plain = await train('--out f1 --epochs 2');
    const averaged = await train('--out f2 --epochs 2 --ema 0.9');
    expect([plain.code, averaged.code]).toEqual([0, 0]);
    const weights = (name: string) => readModel(Uint8Array.from(written(name))).weights[0]!;
    expect(weights('f2')).not.toEqual(weights('f1'));
  });

  test('the network, when not named, follows from the data and the coding', async () => {
    const line = TRAIN_LINE.replace(' --network 36-12-3', '');
    const coding = '--kernel 2 --train phase --epochs 1 --out g --json';
    const { out, code } = await mtspike(folder, `${line} ${coding}`);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ network: '9-128-3' });
  });

  test.each(['latency-first', 'latency-mean', 'phase-first', 'phase-mean'])(
    '--train %s writes version 2 and counts the one spike a patch emits',
    async (code) => {
      const line = TRAIN_LINE.replace(' --network 36-12-3', '');
      const coding = `--kernel 2 --stride 1 --train ${code} --epochs 1 --out one --json`;
      const trained = await mtspike(folder, `${line} ${coding}`);
      const { spec, metadata } = readModel(Uint8Array.from(written('one')));
      expect(spec.coding).toEqual({ kernel: 2, stride: 1, train: code });
      expect(metadata).toMatchObject({ format_version: '2' });
      const images = '--engine reference --images test-images --labels test-labels';
      const evaluated = await mtspike(folder, `evaluate --model one ${images}`);
      const result = JSON.parse(evaluated.out) as { spikes_per_image: { input: number } };
      const { spikes_per_image } = JSON.parse(trained.out) as typeof result;
      expect(result.spikes_per_image).toEqual(spikes_per_image);
      const pixels = bars(40, 2).images;
      const size = SIDE * SIDE;
      let patches = 0;
      for (let n = 0; n < 40; n++)
        for (let y = 0; y + 1 < SIDE; y++)
          for (let x = 0; x + 1 < SIDE; x++) {
            const at = n * size + y * SIDE + x;
            const lit = [0, 1, SIDE, SIDE + 1].some((p) => pixels[at + p]! > 25);
            if (lit) patches++;
          }
      expect(result.spikes_per_image.input).toBeCloseTo(patches / 40, 9);
    },
  );

  test('the learning rate is 0.002, and 0.001 for more than 10 epochs', async () => {
    const line = TRAIN_LINE.replace(' --learning-rate 0.02', '');
    const rate = async (epochs: string) => {
      const { out } = await mtspike(folder, `${line} --epochs ${epochs} --out h --json`);
      return (JSON.parse(out) as { learning_rate: number }).learning_rate;
    };
    expect(await rate('1')).toBe(0.002);
    expect(await rate('11')).toBe(0.001);
  });

  test('replaces what a link points to, not the link', async () => {
    writeFileSync(folder.file('real'), 'old');
    symlinkSync(folder.file('real'), folder.file('link'));
    expect((await train('--out link --epochs 1')).code).toBe(0);
    expect(readModel(Uint8Array.from(written('real'))).spec.layers).toEqual([12, 3]);
  });
});

describe('train writes nothing', () => {
  test('when it is interrupted', async () => {
    const controller = new AbortController();
    const note = (text: string): void => {
      if (text.startsWith('epoch 2/')) controller.abort();
    };
    const line = `${TRAIN_LINE} --out stopped`;
    const { code } = await mtspike(folder, line, { signal: controller.signal, note });
    expect(code).toBe(130);
    expect(existsSync(folder.file('stopped'))).toBe(false);
  });

  test('when training breaks', async () => {
    writeFileSync(folder.file('kept'), 'what was there');
    const { code, err } = await train(
      '--out kept --margin 1e-40 --optimizer sgd --learning-rate 10',
    );
    expect(err).toContain('nothing was written');
    expect(code).toBe(1);
    expect(written('kept').toString()).toBe('what was there');
  });

  test.each([
    ['a folder that is not there', '--out nowhere/model', 'no such file or folder'],
    ['a folder', '--out folder', 'no ordinary file'],
    ['a device', '--out /dev/null', 'no ordinary file'],
    ['images that are not there', '--images nothing', 'nothing cannot be read'],
    ['text', '--images text', 'text is plain text and no table (CSV)'],
    ['labels for images', '--images train-labels', 'swapped'],
    ['other labels', '--labels test-labels', 'do not belong together'],
    ['test images of another size', '--test-images odd-images --test-labels odd-labels', '5 x 5'],
  ])('into or from %s', async (_, more, words) => {
    mkdirSync(folder.file('folder'), { recursive: true });
    const { code, out, err } = await train(`--out none ${more}`);
    expect(err).toContain(words);
    expect(err.trimEnd()).not.toContain('\n');
    expect([code, out]).toEqual([1, '']);
    expect(existsSync(folder.file('none'))).toBe(false);
  });

  test.each([
    ['another coding', '--kernel 2', 'use --network 9-12-3'],
    ['another number of classes', '--network 36-12-4', 'use --network 36-12-3'],
    ['too many layers', '--network 36-1-1-1-1-3', 'hidden layers'],
    ['a layer too large', '--network 36-2000-3', '2000'],
    ['a name that is none', '--network 36x3', 'like 784-128-10'],
    ['a stride beyond the kernel', '--stride 2', 'coding.stride'],
    ['a kernel beyond the image', '--kernel 8 --network 1-3', 'larger than the image'],
    ['everything held out', '--hold-out 90', 'only 90 training images'],
    ['images without labels', '--labels ', 'needs a value'],
    ['no batch', '--batch 0', 'a whole number from 1 to 1024'],
    ['half an epoch', '--epochs 0.5', 'a whole number'],
    ['a number that is none', '--seed 0x10', '--seed is "0x10"'],
    ['a rate too large', '--learning-rate 11', 'a number from 0 to 10'],
    ['an unknown loss', '--loss mse', 'one of heuristic, cross-entropy'],
    ['an unknown option', '--epoch 3', 'did you mean --epochs?'],
    ['an option far from any', '--frobnicate', 'train --help'],
    ['a word', 'more', 'got "more"'],
    ['a value too few', '--margin', 'needs a value'],
    ['a value for a flag', '--json=yes', 'takes no value'],
    ['a cut of everything', '--cut 1', 'below 1'],
  ])('with %s: wrong usage', async (_, more, words) => {
    const { code, out, err } = await train(`--out none ${more}`);
    expect(err).toContain(words);
    expect(err.trimEnd()).not.toContain('\n');
    expect([code, out]).toEqual([2, '']);
    expect(existsSync(folder.file('none'))).toBe(false);
  });

  test('without --out, or with half a pair: wrong usage', async () => {
    const bare = await mtspike(folder, TRAIN_LINE);
    expect([bare.code, bare.err]).toEqual([2, 'train needs --out FILE.\n']);
    const half = await mtspike(folder, 'train --out none --test-labels x');
    expect([half.code, half.err]).toEqual([
      2,
      '--test-labels needs --test-images: images and labels come in pairs.\n',
    ]);
  });
});
