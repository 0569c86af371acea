/** Arrays of NumPy (.npy; the format: numpy.lib.format). */
import { half } from '../model/half';
import { said } from '../model/said';
import { DataError } from './data-error';

export interface NpyHeader {
  /** Letter and bytes of the type: u1, f4; of what is no number, what it is called. */
  type: string;
  littleEndian: boolean;
  /** The first index runs fastest. */
  fortran: boolean;
  shape: number[];
  /** Where the values begin. */
  start: number;
}

const MAGIC = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59];
/** Where the header's text begins, by the format's version: its length takes 2 or 4 bytes. */
const TEXT_AT = { 1: 10, 2: 12, 3: 12 } as const;

export function isNpy(bytes: Uint8Array): boolean {
  return MAGIC.every((byte, i) => bytes[i] === byte);
}

/** @param bytes the beginning of a file; null where it is no header of an array */
export function npyHeader(bytes: Uint8Array): NpyHeader | null {
  const at = TEXT_AT[bytes[6] as 1 | 2 | 3];
  if (!isNpy(bytes) || at === undefined || bytes.length < at) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = at + (at === 10 ? view.getUint16(8, true) : view.getUint32(8, true));
  const text = new TextDecoder().decode(bytes.subarray(at, Math.min(start, at + 4096)));
  const type = /'descr':\s*('(?<order>[<>|=]?)(?<type>[a-zA-Z?]\d*)'|\[)/.exec(text)?.groups;
  const fortran = /'fortran_order':\s*(True|False)/.exec(text)?.[1];
  const shape = /'shape':\s*\(([\d,\s]*)\)/.exec(text)?.[1];
  if (!type || fortran === undefined || shape === undefined) return null;
  return {
    type: type.type ?? 'V',
    littleEndian: type.order !== '>',
    fortran: fortran === 'True',
    shape: (shape.match(/\d+/g) ?? []).map(Number),
    start,
  };
}

type Get = (view: DataView, at: number, little: boolean) => number;

/** How a value of a type is read, and its bytes. */
const TYPES: Record<string, [bytes: number, get: Get]> = {
  b1: [1, (view, at) => view.getUint8(at)],
  u1: [1, (view, at) => view.getUint8(at)],
  i1: [1, (view, at) => view.getInt8(at)],
  u2: [2, (view, at, little) => view.getUint16(at, little)],
  i2: [2, (view, at, little) => view.getInt16(at, little)],
  u4: [4, (view, at, little) => view.getUint32(at, little)],
  i4: [4, (view, at, little) => view.getInt32(at, little)],
  u8: [8, (view, at, little) => Number(view.getBigUint64(at, little))],
  i8: [8, (view, at, little) => Number(view.getBigInt64(at, little))],
  f2: [2, (view, at, little) => half(view.getUint16(at, little))],
  f4: [4, (view, at, little) => view.getFloat32(at, little)],
  f8: [8, (view, at, little) => view.getFloat64(at, little)],
};

export interface NpyArray {
  shape: number[];
  count: number;
  /** The value at a place, counted with the last index running fastest. */
  at(index: number): number;
}

/**
 * @param name what the array is called in messages
 * @throws DataError where it is no array of numbers, or not as long as it says
 */
export function readNpy(bytes: Uint8Array, name: string): NpyArray {
  const header = npyHeader(bytes);
  if (!header) throw new DataError(`${name} is a damaged array of NumPy: write it anew.`);
  const { type, littleEndian, fortran, shape, start } = header;
  if (type.startsWith('O')) {
    throw new DataError(
      `${name} is an array of Python objects, which are not opened: make it one of numbers, with np.stack say.`,
    );
  }
  const known = TYPES[type];
  if (!known) {
    throw new DataError(
      `${name} is an array of type ${said(type, 8)}: make it one of uint8, with astype.`,
    );
  }
  const [size, get] = known;
  const count = shape.reduce((product, length) => product * length, 1);
  if (start + count * size !== bytes.length) {
    throw new DataError(
      `${name} announces ${count} values of ${size} bytes, but holds ${Math.max(0, bytes.length - start)} bytes of them: it may have been cut off, so get it again.`,
    );
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset + start, count * size);
  const place = fortran ? fortranPlace(shape) : (index: number) => index;
  return { shape, count, at: (index) => get(view, place(index) * size, littleEndian) };
}

/** Where a value stands in an array whose first index runs fastest. */
function fortranPlace(shape: number[]): (index: number) => number {
  const strides: number[] = [];
  shape.reduce((stride, length) => (strides.push(stride), stride * length), 1);
  return (index) => {
    let place = 0;
    for (let axis = shape.length - 1; axis >= 0; axis--) {
      const length = shape[axis]!;
      place += (index % length) * strides[axis]!;
      index = Math.floor(index / length);
    }
    return place;
  };
}

/** One number an image: labels, [N] or [N, 1]. */
export function isLabelShape(shape: number[]): boolean {
  return shape.length === 1 || (shape.length === 2 && shape[1] === 1);
}
