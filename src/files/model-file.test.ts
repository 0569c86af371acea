import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { initialise } from '../model/initialise';
import { DEFAULT_NETWORK, TRAIN_CODES, type NetworkSpec } from '../model/network';
import { parseNetwork } from '../model/validate';
import { float32Tensor } from './floats';
import { readModel, writeModel, type ModelFile } from './model-file';
import { ModelFileError } from './model-file-error';
import { leftOutSentence } from './optimizer-state';
import { writeSafetensors, type Tensor } from './safetensors';

const spec: NetworkSpec = {
  ...DEFAULT_NETWORK,
  input: { width: 4, height: 3, cut: 0.2 },
  layers: [5, 3],
};
const model: ModelFile = { spec, weights: initialise(spec, 1, 4) };
const zeros = () => model.weights.map((w) => new Float32Array(w.length));
const trained: ModelFile = {
  ...model,
  optimizer: { step: 12345, first: model.weights, second: zeros(), average: model.weights },
};

/** A model file with one thing changed. */
function variant(
  change: (tensors: Map<string, Tensor>, metadata: Record<string, string>) => void,
): Uint8Array<ArrayBuffer> {
  const tensors = new Map([
    ['layers.0.weight', float32Tensor([5, 12], model.weights[0]!)],
    ['layers.1.weight', float32Tensor([3, 5], model.weights[1]!)],
  ]);
  const metadata = { format: 'mt-spike', format_version: '1', network: JSON.stringify(spec) };
  change(tensors, metadata);
  return writeSafetensors({ tensors, metadata });
}

const network = (description: unknown) =>
  variant((_, metadata) => void (metadata.network = JSON.stringify(description)));

const weight = (tensor: Tensor) =>
  variant((tensors) => void tensors.set('layers.1.weight', tensor));

describe('model files', () => {
  test('what is written is read again', () => {
    const read = readModel(writeModel({ ...model, metadata: { note: 'kept' } }));
    expect(read.spec).toEqual(spec);
    expect(read.weights).toEqual(model.weights);
    expect(read.optimizer).toBeUndefined();
    expect(read.metadata).toMatchObject({ note: 'kept', format: 'mt-spike', format_version: '1' });
  });

  test.each(TRAIN_CODES)('a %s train is written in the version that knows it', (train) => {
    const coded = { ...spec, coding: { kernel: 2, stride: 1, train } };
    const file = writeModel({ spec: coded, weights: initialise(coded, 1, 4) });
    const read = readModel(file);
    expect(read.spec).toEqual(coded);
    const version = train === 'latency' || train === 'phase' ? '1' : '2';
    expect(read.metadata).toMatchObject({ format_version: version });
    expect(writeModel(read)).toEqual(file);
  });

  test('both polarities are written in version 3, ink alone as if there were no other', () => {
    const both = parseNetwork({ ...spec, coding: { polarity: 'both' } });
    const weights = initialise(both, 1, 12);
    const file = writeModel({ spec: both, weights });
    const read = readModel(file);
    expect(read.metadata).toMatchObject({ format_version: '3' });
    expect(JSON.parse(read.metadata!.network!)).toMatchObject({ coding: { polarity: 'both' } });
    expect(read.spec).toEqual(both);
    expect(weights[0]!.length).toBe(2 * model.weights[0]!.length);
    expect(read.weights).toEqual(weights);
    expect(writeModel(read)).toEqual(file);
    const ink = parseNetwork({ ...spec, coding: { ...spec.coding, polarity: 'ink' } });
    expect(writeModel({ ...model, spec: ink })).toEqual(writeModel(model));
  });

  test('what version 1 describes is read in version 2 as well', () => {
    const newer = variant((_, metadata) => void (metadata.format_version = '2'));
    expect(readModel(newer).weights).toEqual(model.weights);
    // Written again, it says the lowest version that describes it.
    expect(readModel(writeModel(readModel(newer))).metadata).toMatchObject({ format_version: '1' });
  });

  test('the optimiser state comes back, with and without an average', () => {
    expect(readModel(writeModel(trained)).optimizer).toEqual(trained.optimizer);
    const { average: _, ...state } = trained.optimizer!;
    const read = readModel(writeModel({ ...model, optimizer: state }));
    expect(read.optimizer).toEqual(state);
  });

  test('the same model gives the same bytes, and reading and writing changes none', () => {
    const file = writeModel({ ...trained, metadata: { note: 'x' } });
    expect(writeModel({ ...trained, metadata: { note: 'x' } })).toEqual(file);
    expect(writeModel(readModel(file)).length).toBe(file.length);
    expect(readModel(writeModel(readModel(file)))).toEqual(readModel(file));
  });

  test('unknown keys are kept and missing keys take the defaults', () => {
    const read = readModel(
      network({ input: { width: 4, height: 3, colour: 'grey' }, layers: [5, 3], author: 'me' }),
    );
    expect(read.spec).toMatchObject({
      author: 'me',
      input: { cut: 0.1, colour: 'grey' },
      threshold: 1,
      deadline: 3,
    });
    expect(readModel(writeModel(read)).spec).toEqual(read.spec);
  });

  test('tensors it does not know are ignored, whatever their type', () => {
    const file = variant((tensors) => {
      tensors.set('optimizer.other', { dtype: 'F64', shape: [1], bytes: new Uint8Array(8) });
      tensors.set('note', { dtype: 'C64', shape: [1], bytes: new Uint8Array(8) });
    });
    const read = readModel(file);
    expect(read.weights).toEqual(model.weights);
    expect([read.optimizer, read.unsound]).toEqual([undefined, undefined]);
  });

  const ones = () => zeros().map((w) => w.fill(1));
  test.each([
    ['a first moment that is no number', { first: zeros().map((w) => w.fill(NaN)) }, 'holds NaN'],
    [
      'a second moment below 0',
      { second: zeros().map((w) => w.fill(-1)) },
      'the tensor optimizer.layers.0.second holds -1 where a mean of squares must be',
    ],
    ['more steps than any training', { step: 2 ** 53 - 1 }, 'counts 9007199254740991 steps'],
    ['an average too large', { average: zeros().map((w) => w.fill(1e38)) }, 'between -1e30'],
  ])('optimiser state with %s is left out, and that is said', (_, change, words) => {
    const optimizer = { ...trained.optimizer!, second: ones(), ...change };
    const read = readModel(writeModel({ ...model, optimizer }));
    expect(read.weights).toEqual(model.weights);
    expect(read.optimizer).toBeUndefined();
    expect(read.unsound).toContain(words);
    expect(leftOutSentence(read.unsound!)).toMatch(
      /^The optimiser's state is left out, since the tensor [^:]*: training begins anew from the weights\.$/,
    );
  });

  test('weights are copies, free of the file', () => {
    const file = writeModel(model);
    const read = readModel(file);
    file.fill(0);
    expect(read.weights).toEqual(model.weights);
  });
});

/** What reading throws; undefined where it is a model, of finite weights. */
function failure(file: Uint8Array<ArrayBuffer>): unknown {
  try {
    const { weights } = readModel(file);
    return weights.every((w) => w.every(Number.isFinite)) ? undefined : 'weights not finite';
  } catch (error) {
    return error;
  }
}

describe('broken model files', () => {
  const good = writeModel(trained);
  test.each([
    ['empty', new Uint8Array(0), 'only 0 bytes'],
    [
      'a picture',
      Uint8Array.from([0x89, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13]),
      'no safetensors',
    ],
    ['truncated', good.slice(0, -1), 'truncated'],
    ['oversized', Uint8Array.from([...good, 0]), 'too long'],
    ['foreign', variant((_, m) => void (m.format = 'gguf')), 'its format is "gguf"'],
    [
      'of a format with escape codes',
      variant((_, m) => void (m.format = '\u001b]0;pwned\u0007')),
      'its format is "␛]0;pwned␇"',
    ],
    [
      'of a version of a megabyte',
      variant((_, m) => void (m.format_version = '9'.repeat(1e6))),
      `version "${'9'.repeat(79)}…"`,
    ],
    ['without a version', variant((_, m) => void delete m.format_version), 'which version'],
    [
      'newer',
      variant((_, m) => void (m.format_version = '4')),
      'version "4" of the format, but this program reads versions 1, 2 and 3',
    ],
    [
      'of an unknown train code',
      network({ ...spec, coding: { kernel: 1, stride: 1, train: 'rate' } }),
      'coding.train must be "latency", "phase", ',
    ],
    ['without a network', variant((_, m) => void delete m.network), 'describes no network'],
    ['of broken JSON', variant((_, m) => void (m.network = '{')), 'not valid JSON'],
    [
      'of a description nested 3,000 deep',
      variant((_, m) => void (m.network = `{"x":${'['.repeat(3000)}1${']'.repeat(3000)}}`)),
      "The file's description of its network is nested deeper than the 32 levels that are read.",
    ],
    [
      'of a description that says too much',
      network({ ...spec, note: 'x'.repeat(1e6) }),
      'too much besides the network',
    ],
    [
      'of a description that says a thing twice',
      variant((_, m) => void (m.network = '{"threshold":1,"threshold":2}')),
      'says "threshold" twice',
    ],
    ['of no network', network([1]), 'must be an object'],
    ['of a wrong type', network({ ...spec, threshold: '1' }), 'threshold must be a number'],
    ['of an impossible size', network({ ...spec, layers: [5000, 3] }), '5000'],
    ['of too many layers', network({ ...spec, layers: [1, 1, 1, 1, 2] }), 'hidden layers'],
    ['of another network', network({ ...spec, layers: [6, 3] }), 'needs [6, 12]'],
    ['with a layer too few', network({ ...spec, layers: [5, 3, 3] }), 'lacks the tensor layers.2'],
    ['with a layer too many', network({ ...spec, layers: [5] }), 'only 1 layer of weights'],
    ['with a flat tensor', weight(float32Tensor([15], model.weights[1]!)), '[15]'],
    ['transposed', weight(float32Tensor([5, 3], model.weights[1]!)), 'needs [3, 5]'],
    ['of whole numbers', weight({ dtype: 'I32', shape: [3, 5], bytes: new Uint8Array(60) }), 'I32'],
    [
      'too large to be added up',
      weight(float32Tensor([3, 5], new Float32Array(15).fill(3e38))),
      'must be between -1e30 and 1e30',
    ],
    ['with NaN', weight(float32Tensor([3, 5], new Float32Array(15).fill(NaN))), 'NaN'],
    [
      'with infinity',
      weight(float32Tensor([3, 5], new Float32Array(15).fill(-Infinity))),
      '-Infinity',
    ],
  ])('%s', (_, file, words) => {
    const error = failure(file);
    expect(error).toBeInstanceOf(ModelFileError);
    const { message } = error as Error;
    expect(message).toContain(words);
    expect(message).toMatch(/^The .*\.$/);
    expect(message).not.toContain('\n');
  });

  test('whatever is changed in a file, it is a model or a ModelFileError', () => {
    const headerEnd = 8 + Number(new DataView(good.buffer).getBigUint64(0, true));
    const attempt = (file: Uint8Array<ArrayBuffer>): void => {
      const error = failure(file);
      expect(error === undefined || error instanceof ModelFileError).toBe(true);
    };
    const edit = fc.record({
      at: fc.oneof(fc.nat({ max: headerEnd }), fc.nat({ max: good.length - 1 })),
      byte: fc.oneof(
        fc.nat({ max: 255 }),
        fc.constantFrom(...Buffer.from('0123456789-{}[],:"\\eE. ')),
      ),
    });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), fc.nat(20), (edits, cut) => {
        const file = good.slice(0, cut === 0 ? good.length : good.length - cut + 10);
        for (const { at, byte } of edits) if (at < file.length) file[at] = byte;
        attempt(file);
      }),
      { seed: 3, numRuns: 2000 },
    );
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), (json) => {
        attempt(variant((_, metadata) => void (metadata.network = json)));
      }),
      { seed: 4, numRuns: 300 },
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => attempt(Uint8Array.from(bytes))),
      { seed: 5, numRuns: 300 },
    );
  });
});
