/** Tables, archives and folders of pictures in the commands: the same images in every form give the same model. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { encode } from 'jpeg-js';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { npyFile, npzFile } from '../data/numpy.test-data';
import { drawStrokes } from '../data/strokes';
import { bars, createFolder, mtspike, SIDE, type Folder } from './fixture';

const TRAIN = 'train --network 36-8-3 --epochs 2 --batch 8 --threads 1 --seed 5';
/** Pixels a side of a drawing. */
const PAD = 90;
const CLASS_NAMES = ['cross', 'ring', 'stroke'];

let folder: Folder;

/** Opaque grey pixels. */
const rgba = (light: ArrayLike<number>): Buffer =>
  Buffer.from(Array.from(light).flatMap((level) => [level, level, level, 255]));

function png(name: string, side: number, light: ArrayLike<number>): void {
  const picture = new PNG({ width: side, height: side });
  picture.data = rgba(light);
  writeFileSync(folder.file(name), PNG.sync.write(picture));
}

/** A symbol as dark ink on light paper, somewhere on it. */
function symbol(name: string, n: number): Uint8Array {
  const [x, y] = [0.3 + 0.05 * (n % 5), 0.35 + 0.04 * (n % 4)];
  const line = (a: number, b: number, c: number, d: number) => ({
    points: [
      { x: x + a, y: y + b },
      { x: x + c, y: y + d },
    ],
    width: 0.08,
  });
  const ring = Array.from({ length: 25 }, (_, i) => ({
    x: x + 0.15 + 0.15 * Math.cos(i / 4),
    y: y + 0.15 + 0.2 * Math.sin(i / 4),
  }));
  const strokes =
    name === 'cross'
      ? [line(0, 0, 0.3, 0.35), line(0.3, 0, 0, 0.35)]
      : name === 'ring'
        ? [{ points: ring, width: 0.08 }]
        : [line(0.1, 0, 0.12, 0.4)];
  return drawStrokes(strokes, PAD).map((ink) => 255 - ink);
}

beforeAll(() => {
  folder = createFolder();
  const { images, labels } = bars(90, 1);
  const lines = labels.map((label, n) =>
    [label, ...images.subarray(n * SIDE * SIDE, (n + 1) * SIDE * SIDE)].join(','),
  );
  writeFileSync(folder.file('train.csv'), lines.join('\n'));
  const test = bars(40, 2);
  const archive = npzFile(
    {
      x_train: npyFile({ type: 'u1', shape: [90, SIDE, SIDE], bytes: images }),
      y_train: npyFile({ type: 'i8', shape: [90], bytes: BigInt64Array.from(labels, BigInt) }),
      x_test: npyFile({ type: 'u1', shape: [40, SIDE, SIDE], bytes: test.images }),
      y_test: npyFile({ type: 'u1', shape: [40], bytes: Uint8Array.from(test.labels) }),
    },
    6,
  );
  writeFileSync(folder.file('set.npz'), archive);
  for (const half of ['train', 'test']) {
    for (const name of CLASS_NAMES) {
      mkdirSync(folder.file(`signs/${half}/${name}`), { recursive: true });
      for (let n = 0; n < (half === 'train' ? 12 : 4); n++)
        png(`signs/${half}/${name}/${n}.png`, PAD, symbol(name, half === 'train' ? n : n + 2));
    }
  }
  writeFileSync(folder.file('signs/notes.txt'), 'Drawn on a Monday.');
  writeFileSync(folder.file('signs/train/ring/.hidden.png'), 'no picture');
});
afterAll(() => folder.remove());

test('images and labels of IDX files, a table and an archive train the very same model', async () => {
  await mtspike(folder, `${TRAIN} --images train-images --labels train-labels --out idx`);
  await mtspike(folder, `${TRAIN} --images train.csv --out csv`);
  const archive = await mtspike(folder, `${TRAIN} --images set.npz --out npz --json`);
  const [idx, csv, npz] = ['idx', 'csv', 'npz'].map((name) => readFileSync(folder.file(name)));
  expect(csv).toEqual(idx);
  expect(npz).toEqual(idx);
  // Its test half is what it is tested with.
  const { test_accuracy: accuracy } = JSON.parse(archive.out) as { test_accuracy: number };
  const files = await mtspike(
    folder,
    'evaluate --model idx --images test-images --labels test-labels',
  );
  const whole = await mtspike(folder, 'evaluate --model idx --images set.npz');
  expect(whole.out).toBe(files.out);
  expect((JSON.parse(files.out) as { accuracy: number }).accuracy).toBe(accuracy);
  const table = await mtspike(folder, 'classify --model idx --images train.csv --limit 3');
  const array = await mtspike(folder, 'classify --model idx --images train-images --limit 3');
  expect(table.out).toBe(array.out);
  const both = await mtspike(folder, 'evaluate --model idx --images set.npz --labels test-labels');
  expect(both.code).toBe(1);
  expect(both.err).toContain('set.npz brings its labels along: leave out test-labels');
});

test('a folder of pictures trains, is tested with its other half, and keeps its classes by name', async () => {
  const trained = await mtspike(
    folder,
    'train --images signs --network 784-24-3 --epochs 15 --batch 4 --threads 1 --out signs.safetensors --json',
  );
  expect(trained.err).not.toContain('wrong');
  const { test_accuracy: accuracy } = JSON.parse(trained.out) as { test_accuracy: number };
  expect(accuracy).toBeGreaterThan(0.9);
  expect(readFileSync(folder.file('signs.safetensors'), 'latin1')).toContain(
    String.raw`\"classNames\":[\"cross\",\"ring\",\"stroke\"]`,
  );
  // Another folder, with fewer of the classes: they are told by their names.
  const evaluated = await mtspike(folder, 'evaluate --model signs.safetensors --images signs/test');
  expect(JSON.parse(evaluated.out)).toMatchObject({ images: 12, accuracy });
  const few = await mtspike(folder, 'classify --model signs.safetensors --images signs/test/ring');
  const answers = few.out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as object);
  expect(answers).toHaveLength(4);
  expect(answers[1]).toMatchObject({ image: 1, class: 1, file: '1.png' });
  mkdirSync(folder.file('others/dot'), { recursive: true });
  png('others/dot/a.png', PAD, symbol('ring', 1));
  mkdirSync(folder.file('others/ring'), { recursive: true });
  png('others/ring/a.png', PAD, symbol('ring', 1));
  const unknown = await mtspike(folder, 'evaluate --model signs.safetensors --images others');
  expect(unknown.err).toBe(
    'A picture is of class "dot", but the network knows cross, ring, stroke.\n',
  );
});

test('a picture alone is classified: PNG and JPEG, dark on light and light on dark, turned as the camera was held', async () => {
  const light = symbol('stroke', 1);
  png('dark.png', PAD, light);
  png(
    'light.png',
    PAD,
    light.map((level) => 255 - level),
  );
  const jpeg = encode({ width: PAD, height: PAD, data: rgba(light) }, 90).data;
  writeFileSync(folder.file('dark.jpg'), jpeg);
  // The same lying on its side, with the orientation that says so: rows are columns from the bottom up.
  const lying = Uint8Array.from({ length: PAD * PAD }, (_, i) => {
    const [x, y] = [i % PAD, Math.floor(i / PAD)];
    return light[x * PAD + (PAD - 1 - y)]!;
  });
  const { data } = encode({ width: PAD, height: PAD, data: rgba(lying) }, 90);
  const exif = [0xff, 0xe1, 0, 34, 69, 120, 105, 102, 0, 0, 77, 77, 0, 42, 0, 0, 0, 8, 0, 1];
  const orientation = [1, 18, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0];
  const held = Buffer.concat([
    data.subarray(0, 2),
    Buffer.from([...exif, ...orientation]),
    data.subarray(2),
  ]);
  writeFileSync(folder.file('held.jpg'), held);
  const answers: { class: number; decision_time: number }[] = [];
  for (const name of ['dark.png', 'light.png', 'dark.jpg', 'held.jpg']) {
    const { out } = await mtspike(folder, `classify --model signs.safetensors --images ${name}`);
    answers.push(JSON.parse(out) as (typeof answers)[number]);
  }
  expect(answers.map((answer) => answer.class)).toEqual([2, 2, 2, 2]);
  const [dark, ...others] = answers.map((answer) => answer.decision_time);
  expect(others[0]).toBe(dark);
  for (const time of others) expect(Math.abs(time - dark!)).toBeLessThan(0.1);
});

test('what is wrong with pictures is one sentence', async () => {
  png('huge.png', 1, [0]);
  const huge = readFileSync(folder.file('huge.png'));
  huge.writeUInt32BE(10_000, 16);
  huge.writeUInt32BE(10_000, 20);
  writeFileSync(folder.file('huge.png'), huge);
  writeFileSync(folder.file('cut.png'), readFileSync(folder.file('dark.png')).subarray(0, 200));
  writeFileSync(folder.file('cut.jpg'), readFileSync(folder.file('dark.jpg')).subarray(0, 700));
  writeFileSync(folder.file('a.webp'), 'RIFF\x10\0\0\0WEBPVP8L\x05\0\0\0\x2f\x1f\xc0\x07\0');
  mkdirSync(folder.file('empty'));
  for (const [name, words] of [
    ['huge.png', 'huge.png has 100 megapixels, but at most 25 are read: make it smaller'],
    ['cut.png', 'cut.png is a damaged PNG picture'],
    ['cut.jpg', 'cut.jpg is a damaged JPEG picture'],
    ['a.webp', 'The commands do not read a.webp, a WebP picture: save it as PNG or JPEG.'],
    ['empty', 'empty holds no pictures: name a folder of PNG or JPEG files'],
  ]) {
    const { code, out, err } = await mtspike(
      folder,
      `classify --model signs.safetensors --images ${name}`,
    );
    expect([code, out, err.trim().split('\n').length]).toEqual([1, '', 1]);
    expect(err).toContain(words);
  }
});

test('--transpose turns every image', async () => {
  const turned = await mtspike(folder, `${TRAIN} --images train.csv --transpose --out turned`);
  expect(turned.code).toBe(0);
  const evaluate = (rest: string) =>
    mtspike(folder, `evaluate --model turned --images set.npz${rest}`);
  const [as, back] = [await evaluate(' --transpose'), await evaluate('')];
  const accuracy = ({ out }: { out: string }) => (JSON.parse(out) as { accuracy: number }).accuracy;
  expect(accuracy(as)).toBeGreaterThan(accuracy(back) + 0.1);
});
