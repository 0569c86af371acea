import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { imageFile, labelFile } from '../data/idx.test-data';
import { CommandError } from './errors';
import { bars, CLASSES, createFolder, mtspike, SIDE, TRAIN_LINE, type Folder } from './fixture';

interface Line {
  image: number;
  class: number | null;
  decision_time: number | null;
  margin: number | null;
  tie: boolean;
  guess?: number | null;
  spike_times?: (number | null)[][];
}

interface Evaluated {
  images: number;
  accuracy: number;
  no_output_spike: number;
  confusion: number[][];
  spikes_per_image: { input: number; hidden: number[]; output: number };
  synaptic_operations: number;
  decision_time: number;
}

let folder: Folder;
let trained: { test_accuracy: number; spikes_per_image: unknown };
beforeAll(async () => {
  folder = createFolder();
  const { out } = await mtspike(folder, `${TRAIN_LINE} --out model --json`);
  trained = JSON.parse(out) as typeof trained;
  writeFileSync(folder.file('broken'), readFileSync(folder.file('model')).subarray(0, 300));
});
afterAll(() => folder.remove());

const CLASSIFY_LINE = 'classify --model model --engine reference --images test-images';
const EVALUATE_LINE =
  'evaluate --model model --engine reference --images test-images --labels test-labels';

const classify = async (more: string): Promise<Line[]> => {
  const { code, out } = await mtspike(folder, `${CLASSIFY_LINE} ${more}`);
  expect(code).toBe(0);
  return out
    .trimEnd()
    .split('\n')
    .map((text) => JSON.parse(text) as Line);
};

describe('train, classify and evaluate', () => {
  test('agree', async () => {
    const { labels } = bars(40, 2);
    const lines = await classify('--spikes');
    const { out } = await mtspike(folder, EVALUATE_LINE);
    const result = JSON.parse(out) as Evaluated;
    expect(lines.map((line) => line.image)).toEqual([...lines.keys()]);
    const chosen = lines.map((line) => line.class ?? line.guess);
    const right = chosen.filter((answer, i) => answer === labels[i]).length;
    expect(result.images).toBe(40);
    expect(result.accuracy).toBe(right / 40);
    expect(result.accuracy).toBe(trained.test_accuracy);
    expect(result.spikes_per_image).toEqual(trained.spikes_per_image);
    expect(result.no_output_spike).toBe(lines.filter((line) => line.class === null).length);
    expect(result.confusion).toHaveLength(CLASSES);
    result.confusion.forEach((row, label) => {
      row.forEach((count, answer) => {
        const same = chosen.filter((c, i) => c === answer && labels[i] === label);
        expect(count).toBe(same.length);
      });
    });
    const decided = lines.flatMap((line) => line.decision_time ?? []);
    const mean = decided.reduce((a, b) => a + b, 0) / decided.length;
    expect(result.decision_time).toBeCloseTo(mean, 6);
    const spikes = (layer: number) =>
      lines.flatMap((line) => line.spike_times![layer]!.filter((t) => t !== null)).length / 40;
    expect(result.spikes_per_image.hidden[0]).toBeCloseTo(spikes(0), 9);
    expect(result.spikes_per_image.output).toBeCloseTo(spikes(1), 9);
    expect(result.synaptic_operations).toBeGreaterThan(0);
  });
});

describe('classify', () => {
  test('a line is what the format says', async () => {
    const [line] = await classify('--limit 1 --spikes');
    const outputs = line!.spike_times!.at(-1)!;
    const times = outputs.filter((t) => t !== null).toSorted((a, b) => a - b);
    expect(Object.keys(line!)).toEqual(
      'image,class,decision_time,margin,tie,spike_times'.split(','),
    );
    expect(line!.spike_times!.map((layer) => layer.length)).toEqual([12, 3]);
    expect(outputs[line!.class!]).toBe(line!.decision_time);
    expect(line!.decision_time).toBe(times[0]);
    expect(line!.margin).toBe(times.length > 1 ? times[1]! - times[0]! : null);
    expect(Math.fround(line!.decision_time!)).toBe(line!.decision_time);
  });

  test('spike times only with --spikes, images only up to --limit', async () => {
    const lines = await classify('--limit 3');
    expect(lines).toHaveLength(3);
    expect(lines[0]).not.toHaveProperty('spike_times');
    expect(await classify('--limit 1000')).toHaveLength(40);
  });

  test('a blank image has neither answer nor guess', async () => {
    const lines = await classify('--images blank-images');
    expect(lines[1]).toEqual({
      image: 1,
      class: null,
      decision_time: null,
      margin: null,
      tie: false,
      guess: null,
    });
    expect(lines[0]!.class).not.toBeNull();
    expect(lines[0]).not.toHaveProperty('guess');
  });
});

describe('evaluate', () => {
  test('a table for a person at a terminal, JSON when asked for', async () => {
    const terminal = { writesToTerminal: true };
    const { out } = await mtspike(folder, EVALUATE_LINE, terminal);
    expect(out).toContain(' % of 40 images right');
    expect(out.trimEnd().split('\n')).toHaveLength(6 + CLASSES);
    const json = await mtspike(folder, `${EVALUATE_LINE} --json`, terminal);
    expect(JSON.parse(json.out)).toMatchObject({ images: 40 });
  });

  test('takes labels of fewer classes than the network has, not of more', async () => {
    writeFileSync(
      folder.file('one'),
      imageFile(1, SIDE, SIDE, new Uint8Array(SIDE * SIDE).fill(99)),
    );
    const label = (value: number) => writeFileSync(folder.file('one-label'), labelFile([value]));
    const line = `${EVALUATE_LINE} --images one --labels one-label`;
    label(0);
    expect((await mtspike(folder, line)).code).toBe(0);
    label(3);
    const { code, err } = await mtspike(folder, line);
    expect([code, err]).toEqual([
      1,
      'one-label names class 3, but there are only 3 classes (0 to 2).\n',
    ]);
  });
});

describe('bad input', () => {
  test.each([
    ['a model that is not there', '--model nothing', 1, 'nothing cannot be read'],
    ['a broken model', '--model broken', 1, 'broken: The file is truncated'],
    ['text for a model', '--model text', 1, 'text: The file is no safetensors file'],
    ['images of another size', '--images odd-images --labels odd-labels', 1, '6 x 6'],
    ['an unknown engine', '--engine tpu', 2, 'one of reference, cpu, webgpu'],
    ['no limit', '--limit 0', 2, '1 or more'],
    ['too many threads', '--threads 100', 2, 'from 1 to 64'],
  ])('%s', async (_, more, expected, words) => {
    // classify knows no labels.
    for (const line of [
      `${CLASSIFY_LINE} ${more.replace(/ --labels .*/, '')}`,
      `${EVALUATE_LINE} ${more}`,
    ]) {
      const { code, out, err } = await mtspike(folder, line);
      expect(err).toContain(words);
      expect([code, out]).toEqual([expected, '']);
    }
  });
});

describe('output that cannot be written', () => {
  test.each([
    ['classify', CLASSIFY_LINE],
    ['evaluate', EVALUATE_LINE],
    ['evaluate --curve', `${EVALUATE_LINE} --curve dead`],
    ['train', `${TRAIN_LINE} --epochs 1 --out unsaid`],
    ['--help', '--help'],
    ['train --help', 'train --help'],
  ])('ends %s at once, with a sentence', async (_, line) => {
    let writes = 0;
    const { code, err } = await mtspike(folder, line, {
      write: () => {
        writes++;
        return Promise.reject(new CommandError('The output cannot be written: the disk is full.'));
      },
    });
    expect([code, writes]).toEqual([1, 1]);
    expect(err).toMatch(/^(epoch 1.*\n)?The output cannot be written: the disk is full\.\n$/);
  });
});

describe('what is too large', () => {
  test('is refused in words that make sense in a terminal', async () => {
    writeFileSync(folder.file('large'), imageFile(2, 64, 64));
    writeFileSync(folder.file('large-labels'), labelFile([0, 25]));
    const data = '--images large --labels large-labels --threads 1 --batch 1024';
    const line = `train ${data} --network 4096-5c8-5c8-1024-1024-26 --out none`;
    const { code, err } = await mtspike(folder, line);
    expect(err).toMatch(
      /^The network \S+ needs \d+ MB of memory for this batch, more than can be had here: take a smaller network or a smaller batch\.\n$/,
    );
    expect(code).toBe(1);
  });
});

const OF_ITS_OWN: Record<string, string> = {
  points: '--points',
  export: '--to',
  import: '--from',
};

describe('mtspike', () => {
  test('explains itself and every option', async () => {
    const general = await mtspike(folder, '--help');
    expect(general.code).toBe(0);
    for (const command of ['train', 'classify', 'evaluate', 'points', 'export', 'import']) {
      expect(general.out).toContain(`  ${command} `);
      const { code, out } = await mtspike(folder, `${command} --help`);
      expect(code).toBe(0);
      expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
      expect(out).toContain(OF_ITS_OWN[command] ?? '--engine');
    }
    const { out } = await mtspike(folder, 'train --seed x --help');
    for (const option of (
      'network out epochs batch seed learning-rate loss kernel stride train response margin temperature optimizer spread ' +
      'threshold deadline cut hold-out ema distort images labels test-images test-labels engine threads json'
    ).split(' ')) {
      expect(out).toMatch(new RegExp(`^  --${option}\\b`, 'm'));
    }
  });

  test.each([
    ['', 'A command is missing'],
    ['trian', 'did you mean train?'],
    ['fly', 'it must be train, classify, evaluate, points, export or import'],
    ['constructor', 'no command "constructor"'],
  ])('"%s" is wrong usage', async (line, words) => {
    const { code, err } = await mtspike(folder, line);
    expect(err).toContain(words);
    expect(code).toBe(2);
  });
});
