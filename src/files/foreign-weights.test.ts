import { describe, expect, test } from 'vitest';
import { DEFAULT_NETWORK } from '../model/network';
import { codingFor, likelyDescription, type Description } from './describe-weights';
import { float32Tensor } from './floats';
import { findForeignWeights } from './foreign-weights';
import { readModel, UndescribedError, writeModel } from './model-file';
import { writeSafetensors, type Tensor } from './safetensors';

const { layers: _, ...usual } = DEFAULT_NETWORK;
const description: Description = { ...usual, input: { width: 3, height: 2, cut: 0.1 } };

/** Weights 6-4-2 as [post, pre]; every one tells its layer and its place. */
const matrix = (layer: number, post: number, pre: number): Float32Array<ArrayBuffer> =>
  Float32Array.from({ length: post * pre }, (__, i) => layer + i / 64);
const first = matrix(1, 4, 6);
const second = matrix(2, 2, 4);

const file = (tensors: Record<string, Tensor>, metadata: Record<string, string> = {}) =>
  writeSafetensors({ tensors: new Map(Object.entries(tensors)), metadata });

function weightsOf(bytes: Uint8Array<ArrayBuffer>) {
  try {
    readModel(bytes);
  } catch (error) {
    if (error instanceof UndescribedError) return error.weights;
    throw error;
  }
  throw new Error('The file describes itself.');
}

const transposed = (values: Float32Array, post: number, pre: number): Float32Array<ArrayBuffer> =>
  Float32Array.from(
    { length: post * pre },
    (__, at) => values[(at % post) * pre + ((at / post) | 0)]!,
  );

describe('weights without a description', () => {
  test.each([
    ['ours without metadata', { 'layers.0.weight': first, 'layers.1.weight': second }],
    ["PyTorch's names", { 'net.fc2.weight': second, 'net.fc1.weight': first }],
    ['names that say nothing', { a: second, b: first }],
  ])('%s are asked about, and open as described', (__, tensors) => {
    const bytes = file(
      Object.fromEntries(
        Object.entries(tensors).map(([name, values]) => [
          name,
          float32Tensor(values === first ? [4, 6] : [2, 4], values),
        ]),
      ),
    );
    expect(weightsOf(bytes)).toMatchObject({ sizes: [6, 4, 2], weights: [first, second] });
    const model = readModel(bytes, () => ({ ...description, threshold: 2 }));
    expect(model.spec).toEqual({ ...description, threshold: 2, layers: [4, 2] });
    expect(model.weights).toEqual([first, second]);
    // From now on it says itself what it is.
    expect(readModel(writeModel(model)).spec).toEqual(model.spec);
  });

  test("NumPy's way round, [pre, post], is turned", () => {
    const bytes = file({
      w0: float32Tensor([6, 4], transposed(first, 4, 6)),
      w1: float32Tensor([4, 2], transposed(second, 2, 4)),
    });
    expect(weightsOf(bytes)).toMatchObject({ sizes: [6, 4, 2], weights: [first, second] });
  });

  test('few inputs and many classes are no NumPy where the names are ours', () => {
    const bytes = file({ 'layers.0.weight': float32Tensor([4, 2], matrix(1, 4, 2)) });
    expect(weightsOf(bytes).sizes).toEqual([2, 4]);
  });

  test('layer 10 comes after layer 9, what is no matrix of theirs is left out and named', () => {
    const square = matrix(3, 4, 4);
    const tensors = {
      'layer10.weight': float32Tensor([4, 4], square),
      'layer9.weight': float32Tensor(
        [4, 4],
        square.map((x) => -x),
      ),
      'head.weight': float32Tensor([2, 4], second),
      'head.bias': float32Tensor([2], new Float32Array(2)),
    };
    const found = findForeignWeights(new Map(Object.entries(tensors)))!;
    expect(found.names).toEqual(['layer9.weight', 'layer10.weight', 'head.weight']);
    expect(found.leftOut).toEqual(['head.bias']);
  });

  test('a description that does not fit them is refused in a sentence', () => {
    const bytes = file({ a: float32Tensor([2, 4], second) });
    expect(() => readModel(bytes, () => description)).toThrow(
      'The weights 4-2 (a) cannot be of the network that was described: Images of 3 x 2 pixels with kernel 1 and stride 1 ' +
        'make 6 input neurons, but the weights take 4.',
    );
  });

  test.each([
    [
      'do not follow on one another',
      {
        a: float32Tensor([4, 6], first),
        b: float32Tensor([2, 4], second.slice()),
        c: float32Tensor([5, 5], new Float32Array(25)),
      },
    ],
    ['are none', { a: float32Tensor([4], new Float32Array(4)) }],
    [
      'are too many',
      Object.fromEntries(
        ['a', 'b', 'c', 'd', 'e'].map((name) => [
          name,
          float32Tensor([4, 4], new Float32Array(16)),
        ]),
      ),
    ],
    ['have too many outputs', { a: float32Tensor([70, 70], new Float32Array(4900)) }],
  ])('matrices that %s are no network', (__, tensors: Record<string, Tensor>) => {
    expect(() => readModel(file(tensors))).toThrow(
      'The file describes no network, and its tensors',
    );
  });

  test.each<[string, Record<string, Tensor>, string]>([
    [
      'a convolution of ours that was saved without its description',
      { 'layers.0.weight': float32Tensor([4, 3, 3, 1], new Float32Array(36)) },
      'layers.0.weight (F32, [4, 3, 3, 1]) is no dense layer',
    ],
    [
      "PyTorch's convolution",
      { 'conv.weight': float32Tensor([4, 1, 3, 3], new Float32Array(36)) },
      'conv.weight (F32, [4, 1, 3, 3]) is no dense layer',
    ],
    [
      'a layer of whole numbers',
      { 'layers.0.weight': { dtype: 'I8', shape: [4, 6], bytes: new Uint8Array(24) } },
      'layers.0.weight (I8, [4, 6]) is no dense layer',
    ],
  ])('%s is not left out of the network', (__, strange, words) => {
    const name = Object.hasOwn(strange, 'conv.weight') ? 'fc.weight' : 'layers.1.weight';
    const tensors = { ...strange, [name]: float32Tensor([2, 4], second) };
    expect(() => readModel(file(tensors), () => description)).toThrow(words);
  });

  test('what is not ours is ignored beside layers of ours, whatever its type and shape', () => {
    const tensors = {
      'layers.0.weight': float32Tensor([2, 4], second),
      'conv.weight': float32Tensor([4, 1, 3, 3], new Float32Array(36)),
      note: { dtype: 'C64', shape: [1], bytes: new Uint8Array(8) },
      later: { dtype: 'F4', shape: [3], bytes: new Uint8Array(2) },
    };
    const found = weightsOf(file(tensors));
    expect(found.sizes).toEqual([4, 2]);
    expect(found.leftOut).toEqual(['conv.weight', 'note', 'later']);
  });

  test.each(['F32', 'F64', 'F16', 'BF16'])('%s is read without a description', (dtype) => {
    const element = { F32: 4, F64: 8, F16: 2, BF16: 2 }[dtype]!;
    const bytes = new Uint8Array(8 * element);
    expect(weightsOf(file({ a: { dtype, shape: [2, 4], bytes } })).sizes).toEqual([4, 2]);
  });

  test('unsound ones are refused before anything is asked', () => {
    const bytes = file({
      a: float32Tensor(
        [2, 4],
        second.map(() => NaN),
      ),
    });
    expect(() => readModel(bytes, () => description)).toThrow('The tensor a holds NaN');
  });
});

describe('what is likely', () => {
  test.each([
    [784, 28, 28, { kernel: 1, stride: 1 }],
    [196, 28, 28, { kernel: 2, stride: 2 }],
    [49, 28, 28, { kernel: 4, stride: 4 }],
    [16, 28, 28, { kernel: 7, stride: 7 }],
    [729, 28, 28, { kernel: 2, stride: 1 }],
    [16, 8, 8, { kernel: 2, stride: 2 }],
  ])('%i inputs of images %i x %i', (inputs, width, height, coding) => {
    expect(codingFor(inputs, { width, height })).toEqual(coding);
  });

  test('another size where the images at hand cannot be the input', () => {
    const images = { width: 28, height: 28 };
    expect(likelyDescription({ sizes: [12, 2] }, images).input).toMatchObject({
      width: 4,
      height: 3,
    });
    expect(likelyDescription({ sizes: [196, 2] }, images)).toMatchObject({
      input: images,
      coding: { kernel: 2, stride: 2, train: 'latency' },
    });
  });
});

describe('the format as other programs leave it', () => {
  const spec = { ...description, layers: [4, 2] };
  const tensors = {
    'layers.0.weight': float32Tensor([4, 6], first),
    'layers.1.weight': float32Tensor([2, 4], second),
  };
  test.each(['pt', 'np', 'mlx', undefined])('format %s with our description opens', (format) => {
    const network = JSON.stringify(spec);
    const bytes = file(tensors, { network, ...(format && { format }) });
    expect(readModel(bytes)).toMatchObject({ spec, weights: [first, second] });
  });

  test('half floats, bfloat16 and doubles are read', () => {
    const network = JSON.stringify({
      ...spec,
      layers: [2],
      input: { width: 1, height: 1, cut: 0 },
    });
    const metadata = { format: 'mt-spike', format_version: '1', network };
    for (const [dtype, bytes] of [
      ['F16', Uint16Array.of(0x3c00, 0xb800)],
      ['BF16', Uint16Array.of(0x3f80, 0xbf00)],
      ['F64', Float64Array.of(1, -0.5)],
    ] as const) {
      const tensor = { dtype, shape: [2, 1], bytes: new Uint8Array(bytes.buffer) };
      const { weights } = readModel(file({ 'layers.0.weight': tensor }, metadata));
      expect([...weights[0]!]).toEqual([1, -0.5]);
    }
  });
});
