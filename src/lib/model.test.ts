import { expect, test } from 'vitest';
import { CLASSES, SIDE, TEST, TRAIN } from '../engine/conformance/fixture';
import { createCpuEngine } from '../engine/cpu/engine';
import { imageAt } from '../data/image-set';
import { writeImages, writeLabels } from '../data/write-idx';
import { readModel } from '../files/model-file';
import { forward } from '../model/step';
import { parseNetwork } from '../model/validate';
import { createModel } from './create-model';
import { loadModel, newModel } from './load';

const spec = parseNetwork({ input: { width: SIDE, height: SIDE }, layers: [23, CLASSES] });
const start = async () => ({ engine: await createCpuEngine(), reason: 'The CPU engine.' });
const create = () => createModel({ spec }, start);
const settings = { epochs: 8, batch: 16 };
const saved = async (model: ReturnType<typeof create>) =>
  new Uint8Array(await (await model.save()).arrayBuffer());

test('it learns from arrays and from IDX files alike, and answers as the saved file says', async () => {
  const model = create();
  const steps: number[] = [];
  const end = await model.train(TRAIN.images, TRAIN.labels, settings, ({ step }) =>
    steps.push(step),
  );
  expect(end).toEqual({ reason: 'plan', step: 8 * 13 });
  expect(steps.at(-1)).toBe(8 * 13);
  const file = await saved(model);
  const { weights } = readModel(file);
  let right = 0;
  for (let n = 0; n < TEST.count; n++) {
    const image = imageAt(TEST, n);
    const expected = forward(spec, weights, image);
    const answer = await model.classify(image);
    expect(answer.class).toBe(expected.answer.class);
    if (answer.class === TEST.labels[n]) right++;
  }
  // By chance it would be a quarter.
  expect(right / TEST.count).toBeGreaterThan(0.6);
  const image = imageAt(TEST, 0);
  const layers = await model.spikeTimes(image);
  const expected = forward(spec, weights, image);
  expect(layers.map(({ length }) => length)).toEqual([SIDE * SIDE, 23, CLASSES]);
  expect(layers[0]).toEqual(Float32Array.from(expected.input.times));
  expect(layers[1]![3]).toBeCloseTo(expected.layers[0]!.volley.times[3]!, 5);

  const other = create();
  const files = [writeImages(TRAIN), writeLabels(TRAIN)].map((bytes) => new Blob([bytes]));
  await other.train(files[0]!, files[1]!, settings);
  expect(await saved(other)).toEqual(file);
  await model.dispose();
  await other.dispose();
  await expect(model.classify(image)).rejects.toThrow('The model was disposed of: load it again.');
});

test('a training goes on from the weights that are there, stops when asked, and one at a time', async () => {
  const model = create();
  await model.train(TRAIN.images, TRAIN.labels, settings);
  const before = await saved(model);
  const training = model.train(
    TRAIN.images,
    TRAIN.labels,
    { epochs: 10_000 },
    () => void model.stop(),
  );
  await expect(model.train(TRAIN.images, TRAIN.labels)).rejects.toThrow('being trained already');
  expect((await training).reason).toBe('stopped');
  expect(await saved(model)).not.toEqual(before);
  await model.dispose();
});

test.each<[string, Parameters<ReturnType<typeof create>['train']>, string]>([
  ['images of another size', [new Uint8Array(100), [0]], 'no whole number of images of 9 x 9'],
  ['too few labels', [new Uint8Array(162), [0]], 'holds 2 images but the label file 1 label'],
  ['a class too many', [new Uint8Array(81), [4]], 'names class 4, but there are only 4 classes'],
  ['a label that is none', [new Uint8Array(81), [0.5]], 'Label 0 is no whole number'],
  ['a setting out of range', [new Uint8Array(81), [0], { batch: 0 }], 'The batch must be'],
  ['a choice of none', [new Uint8Array(81), [0], { loss: 'x' as 'heuristic' }], '"x" is no loss'],
  ['an unknown setting', [new Uint8Array(81), [0], { rate: 1 } as object], 'no setting "rate"'],
  ['no IDX file', [new Blob(['none']), [0]], 'The image file'],
])('%s: refused in a sentence, and still new', async (_, args, words) => {
  const model = create();
  await expect(model.train(...args)).rejects.toThrow(words);
  await expect(model.save()).rejects.toThrow('there is nothing to save before it is trained');
  await expect(model.classify(new Uint8Array(81))).rejects.toThrow('The network is new');
  await model.dispose();
});

test('files that are none, and networks that cannot be, are refused in a sentence', async () => {
  await expect(loadModel(new Blob(['none']))).rejects.toThrow('it holds only 4 bytes');
  await expect(loadModel('data:,none')).rejects.toThrow('it holds only 4 bytes');
  await expect(loadModel('http://127.0.0.1:1/x.safetensors')).rejects.toThrow(
    'could not be loaded',
  );
  expect(() => newModel({ layers: [0] })).toThrow('The number of classes is 0');
});

test('a file that does not describe its network is opened with what is said of it', async () => {
  const { writeSafetensors } = await import('../files/safetensors');
  const { float32Tensor } = await import('../files/floats');
  const tensors = new Map([['a', float32Tensor([2, 784], new Float32Array(2 * 784))]]);
  const blob = new Blob([writeSafetensors({ tensors, metadata: {} })]);
  await expect(loadModel(blob)).rejects.toThrow('The file describes no network');
  const { network } = await loadModel(blob, { description: { threshold: 2 } });
  expect(network).toMatchObject({ threshold: 2, layers: [2], input: { width: 28, height: 28 } });
});
