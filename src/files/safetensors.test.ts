import { describe, expect, test } from 'vitest';
import { float32Tensor, float32Values } from './floats';
import { readSafetensors, SafetensorsError, writeSafetensors } from './safetensors';

/** A file of any header text and data length. */
function fileOf(header: string, data = 0, length?: number): Uint8Array<ArrayBuffer> {
  const json = new TextEncoder().encode(header);
  const file = new Uint8Array(8 + json.length + data);
  new DataView(file.buffer).setBigUint64(0, BigInt(length ?? json.length), true);
  file.set(json, 8);
  return file;
}

const entry = (begin: number, end: number, shape = [(end - begin) / 4], dtype = 'F32') => ({
  dtype,
  shape,
  data_offsets: [begin, end],
});

describe('safetensors', () => {
  test('what is written is read again', () => {
    const values = Float32Array.from([1, -2.5, 1e-30, Infinity, 0, 7]);
    const file = writeSafetensors({
      tensors: new Map([
        ['a', float32Tensor([2, 3], values)],
        ['b', { dtype: 'U8', shape: [3], bytes: Uint8Array.from([1, 2, 3]) }],
        ['empty', float32Tensor([0, 4], new Float32Array(0))],
      ]),
      metadata: { key: 'värde' },
    });
    const { tensors, metadata } = readSafetensors(file);
    expect(metadata).toEqual({ key: 'värde' });
    expect([...tensors.keys()]).toEqual(['a', 'b', 'empty']);
    expect(tensors.get('a')!.shape).toEqual([2, 3]);
    expect(float32Values(tensors.get('a')!)).toEqual(values);
    expect([...tensors.get('b')!.bytes]).toEqual([1, 2, 3]);
  });

  test('the layout is that of the format, byte for byte', () => {
    const file = writeSafetensors({
      tensors: new Map([['w', float32Tensor([1], Float32Array.from([1]))]]),
      metadata: {},
    });
    const json = '{"__metadata__":{},"w":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}';
    const padded = json.padEnd(Math.ceil(json.length / 8) * 8);
    expect([...file.subarray(0, 8)]).toEqual([padded.length, 0, 0, 0, 0, 0, 0, 0]);
    expect(new TextDecoder().decode(file.slice(8, -4))).toBe(padded);
    expect([...file.subarray(-4)]).toEqual([0, 0, 0x80, 0x3f]);
  });

  test('tensors of other types come and go, metadata may be null', () => {
    const header = { __metadata__: null, a: entry(0, 4), c: entry(4, 12, [1], 'C64') };
    const { tensors, metadata } = readSafetensors(fileOf(JSON.stringify(header), 12));
    expect(metadata).toEqual({});
    expect([...tensors.keys()]).toEqual(['a', 'c']);
  });

  test('tensors need not be in the order of their bytes, nor aligned', () => {
    const file = fileOf(JSON.stringify({ b: entry(4, 8), a: entry(0, 4) }).concat(' '), 8);
    new DataView(file.buffer).setFloat32(file.length - 4, 3, true);
    expect(float32Values(readSafetensors(file).tensors.get('b')!)[0]).toBe(3);
  });

  test.each([
    ['nothing', new Uint8Array(0), 'only 0 bytes'],
    ['a huge header length', fileOf('{}', 0, 2 ** 40), 'does not start with'],
    ['a header longer than the file', fileOf('{}', 0, 5000), 'truncated'],
    ['broken JSON', fileOf('{"a":'), 'not valid JSON'],
    ['broken text', Uint8Array.from([2, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xfe]), 'not valid JSON'],
    ['a header that is a list', fileOf('[]'), 'not a JSON object'],
    ['metadata that is a number', fileOf('{"__metadata__":{"a":1}}'), 'must be texts'],
    ['an entry that is null', fileOf('{"a":null}'), 'not an object'],
    ['a dtype that is a number', fileOf('{"a":{"dtype":1}}'), 'dtype'],
    ['a dtype of Object', fileOf('{"a":{"dtype":"toString"}}'), 'shape'],
    [
      'an unknown dtype that ends before it begins',
      fileOf(JSON.stringify({ a: entry(4, 0, [1], 'X') }), 4),
      'ends before it begins',
    ],
    ['a key twice', fileOf('{"__metadata__":{"a":"1","a":"2"}}'), 'says "a" twice in one place'],
    ['lists within lists', fileOf(`{"a":${'['.repeat(3000)}${']'.repeat(3000)}}`), 'nested deeper'],
    ['a header of 20 MB', fileOf('{}', 0, 20_000_000), 'does not start with'],
    [
      'a name that no sentence can hold',
      fileOf(JSON.stringify({ [`\u001b[2J${'x'.repeat(1e6)}`]: 1 })),
      `The tensor ␛[2J${'x'.repeat(75)}… is described`,
    ],
    ['a negative size', fileOf(JSON.stringify({ a: entry(0, 4, [-1]) }), 4), 'shape'],
    [
      'offsets backwards',
      fileOf(JSON.stringify({ a: entry(4, 0, [1]) }), 4),
      'takes 4 bytes, not -4',
    ],
    ['one offset', fileOf('{"a":{"dtype":"F32","shape":[1],"data_offsets":[0]}}'), 'offsets'],
    ['a shape of other bytes', fileOf(JSON.stringify({ a: entry(0, 4, [2]) }), 4), 'takes 8 bytes'],
    ['a gap', fileOf(JSON.stringify({ a: entry(4, 8) }), 8), 'must start at 0'],
    [
      'an overlap',
      fileOf(JSON.stringify({ a: entry(0, 8), b: entry(4, 8) }), 8),
      'must start at 8',
    ],
    ['too few bytes', fileOf(JSON.stringify({ a: entry(0, 8) }), 7), 'truncated'],
    ['too many bytes', fileOf(JSON.stringify({ a: entry(0, 8) }), 9), 'too long'],
  ])('refuses %s', (_, file, words) => {
    expect(() => readSafetensors(file)).toThrow(SafetensorsError);
    expect(() => readSafetensors(file)).toThrow(words);
  });
});
