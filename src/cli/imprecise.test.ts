import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createFolder, mtspike, TRAIN_LINE, type Folder } from './fixture';

const LINE =
  'evaluate --model model --images test-images --labels test-labels --engine reference --json';

let folder: Folder;
beforeAll(async () => {
  folder = createFolder();
  await mtspike(folder, `${TRAIN_LINE} --out model`);
});
afterAll(() => folder.remove());

const lines = async (more: string) => {
  const { code, out, err } = await mtspike(folder, `${LINE} ${more}`.trimEnd());
  expect([code, err]).toEqual([0, '']);
  return out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
};

describe('evaluate on imprecise hardware', () => {
  test('says what it was, and a perfect one is none', async () => {
    const [exact] = await lines('');
    expect(exact).not.toHaveProperty('imprecision');
    expect((await lines('--noise-seed 9'))[0]).toEqual(exact);
    const [noisy] = await lines('--jitter 0.3 --bits 3 --dead 0.25 --dropped 0.2 --noise-seed 9');
    expect(noisy!.imprecision).toEqual({
      jitter: 0.3,
      bits: 3,
      dead: 0.25,
      dropped: 0.2,
      noise_seed: 9,
    });
    expect(noisy!.accuracy).toBeLessThan(exact!.accuracy as number);
    expect(noisy!.images).toBe(40);
    // A dropped spike reaches no neuron.
    const input = (e: typeof exact) => (e!.spikes_per_image as { input: number }).input;
    expect(input(noisy)).toBeLessThan(0.9 * input(exact));
  });

  test('a curve is a line a level, mean and range over the seeds', async () => {
    const [exact] = await lines('');
    const curve = await lines('--curve dropped --levels 0,0.4,1 --noise-seeds 2 --noise-seed 5');
    expect(curve.map((p) => p.level)).toEqual([0, 0.4, 1]);
    expect(curve.map((p) => p.noise_seeds)).toEqual([[5], [5, 6], [5, 6]]);
    expect(curve[0]!.accuracies).toEqual([exact!.accuracy]);
    expect(curve[2]).toMatchObject({ accuracy: 0, no_output_spike: 40, images: 40 });
    const [point] = await lines('--dropped 0.4 --noise-seed 6');
    expect((curve[1]!.accuracies as number[])[1]).toBe(point!.accuracy);
    const { accuracy, lowest, highest } = curve[1]!;
    const accuracies = curve[1]!.accuracies as number[];
    expect(accuracy).toBeCloseTo((accuracies[0]! + accuracies[1]!) / 2, 12);
    expect([lowest, highest]).toEqual([Math.min(...accuracies), Math.max(...accuracies)]);
  });

  test('a table at a terminal', async () => {
    const { out } = await mtspike(folder, `${LINE.replace(' --json', '')} --curve bits --limit 9`, {
      writesToTerminal: true,
    });
    const [title, head, ...rows] = out.trimEnd().split('\n');
    expect(title).toBe('36-12-3: accuracy against bits');
    expect(head).toMatch(/bits +mean % +lowest +highest +no output spike/);
    expect(rows.map((row) => Number.parseInt(row, 10))).toEqual([32, 8, 7, 6, 5, 4, 3, 2]);
  });

  test.each([
    ['--jitter -1', 'from 0 to 10'],
    ['--bits 1', 'from 2 to 32'],
    ['--dead 1.5', 'from 0 to 1'],
    ['--curve noise', 'one of jitter, bits, dead, dropped'],
    ['--levels 0,1', '--levels needs --curve'],
    ['--curve bits --levels 4,,2', 'like 0,0.1,0.2'],
    ['--curve dropped --levels 0,1,0,1', 'which has 0 twice: commas stand between levels'],
    ['--jitter 0,5', 'A fraction is written with a point: 0.5.'],
    ['--curve bits --levels 4,2.5', 'a whole number from 2 to 32'],
    ['--curve dead --noise-seeds 0', 'from 1 to 1000'],
  ])('%s is wrong usage', async (more, words) => {
    const { code, out, err } = await mtspike(folder, `${LINE} ${more}`);
    expect(err).toContain(words);
    expect([code, out]).toEqual([2, '']);
  });
});
