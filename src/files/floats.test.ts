import { expect, test } from 'vitest';
import { float32Tensor, float32Values, isFloat } from './floats';

const read = (dtype: string, bytes: ArrayBuffer): number[] => [
  ...float32Values({ dtype, shape: [], bytes: new Uint8Array(bytes) }),
];

test('half floats: zero, one, the smallest, the largest, infinity, a third', () => {
  const bits = [0, 0x8000, 0x3c00, 0xbc00, 0x0001, 0x0400, 0x7bff, 0xfc00, 0x3555];
  const values = [0, -0, 1, -1, 2 ** -24, 2 ** -14, 65504, -Infinity, 0.333251953125];
  expect(read('F16', Uint16Array.from(bits).buffer)).toEqual(values);
  expect(read('F16', Uint16Array.of(0x7e00).buffer)).toEqual([NaN]);
});

test('bfloat16 is the upper half of a float32', () => {
  const bits = [0x3f80, 0xc000, 0x0000, 0x7f80, 0x3eab, 0x7f00];
  const values = [1, -2, 0, Infinity, 0.333984375, 2 ** 127];
  expect(read('BF16', Uint16Array.from(bits).buffer)).toEqual(values);
});

test('doubles are rounded to float32', () => {
  expect(read('F64', Float64Array.of(0.1, -2, 1e300).buffer)).toEqual([
    Math.fround(0.1),
    -2,
    Infinity,
  ]);
});

test('float32 comes back from anywhere in a file', () => {
  const { dtype, bytes } = float32Tensor([2], Float32Array.of(0.5, -3));
  const file = new Uint8Array(bytes.length + 3);
  file.set(bytes, 3);
  expect([...float32Values({ dtype, shape: [2], bytes: file.subarray(3) })]).toEqual([0.5, -3]);
});

test('other types are no real numbers', () => {
  expect(['F32', 'F16', 'BF16', 'F64'].every((dtype) => isFloat({ dtype }))).toBe(true);
  expect(['I32', 'C64', 'F8_E4M3', '__proto__'].some((dtype) => isFloat({ dtype }))).toBe(false);
});
