/** HDF5 files in memory, through h5wasm (NIST's build of the HDF5 library): large, so fetched when a file is first read or written. */
import type { File } from 'h5wasm';
import { ModelFileError } from '../model-file-error';

/** How every HDF5 file begins. */
const SIGNATURE = [0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a];

/** Whether bytes begin as HDF5 does: no safetensors file can, its first eight would be a length of 7e17. */
export function isHdf5(front: Uint8Array): boolean {
  return SIGNATURE.every((byte, i) => front[i] === byte);
}

/** The library's own file system, which lives in memory: one file at a time. */
const PATH = '/file.nir';

/** In the page the library is a file of its own, which may not come. */
export const NOT_FETCHED =
  'The part that reads and writes NIR files could not be fetched: look whether you are connected and try again.';

/** The library, fetched at the first call. @throws ModelFileError */
export async function library() {
  const hdf5 = await import('h5wasm').catch((cause: unknown) => {
    throw new ModelFileError(NOT_FETCHED, { cause });
  });
  const module = await hdf5.ready;
  // Errors are thrown then, and not printed.
  module.activate_throwing_error_handler();
  return { File: hdf5.File, FS: module.FS };
}

/** @throws whatever the library throws of a file that it cannot read; what `work` throws */
export async function readHdf5<T>(bytes: Uint8Array, work: (file: File) => T): Promise<T> {
  const { File, FS } = await library();
  FS.writeFile(PATH, bytes);
  try {
    const file = new File(PATH, 'r');
    try {
      return work(file);
    } finally {
      file.close();
    }
  } finally {
    FS.unlink(PATH);
  }
}

/** The bytes of a file that `work` fills. */
export async function writeHdf5(work: (file: File) => void): Promise<Uint8Array<ArrayBuffer>> {
  const { File, FS } = await library();
  try {
    const file = new File(PATH, 'w');
    try {
      work(file);
    } finally {
      file.close();
    }
    return new Uint8Array(FS.readFile(PATH));
  } finally {
    FS.unlink(PATH);
  }
}
