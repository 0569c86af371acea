/** Files of NumPy for tests, written as np.save and np.savez write them. */
import { zipSync, type Zippable } from 'fflate';

export interface NpyParts {
  /** u1, f4, ... */
  type: string;
  shape: number[];
  /** The values' bytes, little-endian. */
  bytes: ArrayBufferView;
  fortran?: boolean;
}

export function npyFile({ type, shape, bytes, fortran }: NpyParts): Uint8Array<ArrayBuffer> {
  const order = type.endsWith('1') || type === 'O' ? '|' : '<';
  const sides = shape.length === 1 ? `${shape[0]},` : shape.join(', ');
  const fields = `{'descr': '${order}${type}', 'fortran_order': ${fortran ? 'True' : 'False'}, 'shape': (${sides}), }`;
  const header = `${fields.padEnd(117)}\n`;
  const start = Uint8Array.of(0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0, header.length, 0);
  const values = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Uint8Array.from([...start, ...new TextEncoder().encode(header), ...values]);
}

/** @param level 0: as np.savez, 6: as np.savez_compressed */
export function npzFile(
  arrays: Record<string, Uint8Array>,
  level: 0 | 6 = 0,
): Uint8Array<ArrayBuffer> {
  const files: Zippable = {};
  for (const [key, bytes] of Object.entries(arrays)) files[`${key}.npy`] = bytes;
  return Uint8Array.from(zipSync(files, { level }));
}
