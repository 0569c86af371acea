/** Tensors of real numbers, to and from float32, in which everything here is computed. */
import { half } from '../model/half';
import type { Tensor } from './safetensors';

/** Little-endian, as every platform that runs JavaScript's typed arrays today; the bytes are free of the file and aligned. */
const READERS: Record<string, (bytes: ArrayBuffer) => Float32Array<ArrayBuffer>> = {
  F32: (bytes) => new Float32Array(bytes),
  // What a float32 cannot hold becomes infinite.
  F64: (bytes) => new Float32Array(new Float64Array(bytes)),
  F16: (bytes) => Float32Array.from(new Uint16Array(bytes), half),
  // The upper half of a float32.
  BF16: (bytes) =>
    new Float32Array(Uint32Array.from(new Uint16Array(bytes), (bits) => bits << 16).buffer),
};

/** The types of real numbers that are read. */
export const FLOAT_TYPES = Object.keys(READERS);

export function isFloat({ dtype }: Pick<Tensor, 'dtype'>): boolean {
  return Object.hasOwn(READERS, dtype);
}

/** A copy of a tensor's numbers as float32; its type must be one of `FLOAT_TYPES`. */
export function float32Values({ dtype, bytes }: Tensor): Float32Array<ArrayBuffer> {
  return READERS[dtype]!(bytes.slice().buffer);
}

/** A tensor of numbers. */
export function float32Tensor(shape: number[], values: Float32Array<ArrayBuffer>): Tensor {
  const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  return { dtype: 'F32', shape, bytes };
}
