/** Model files that are not in memory yet: of a file that is none, no more than its header is read, however large it is. */
import type { ByteSource } from '../data/byte-source';
import { ModelFileError } from './model-file-error';
import { isHdf5 } from './nir/hdf5';
import { MOST_MODEL_BYTES, readModel, type Describe, type ModelFile } from './model-file';
import { headerEnd, LENGTH_BYTES, readHeader, SafetensorsError } from './safetensors';
import { formatNumber } from '../words/numbers';

/**
 * The bytes of a model file, once its header and length are in order.
 * @throws ModelFileError
 */
export async function modelBytes(source: ByteSource): Promise<Uint8Array<ArrayBuffer>> {
  const { size } = source;
  if (size > MOST_MODEL_BYTES) {
    throw new ModelFileError(
      `The file is no model: it holds ${formatNumber(size / 2 ** 30, 1)} GB, more than any model has.`,
    );
  }
  const front = await source.read(0, LENGTH_BYTES);
  if (isHdf5(front)) return wholeNir(source);
  try {
    const start = headerEnd(front, size);
    readHeader(await source.read(LENGTH_BYTES, start), size - start);
  } catch (error) {
    if (!(error instanceof SafetensorsError)) throw error;
    throw new ModelFileError(error.message, { cause: error });
  }
  return source.read(0, size);
}

/** More than the largest network takes in a NIR file; its reader holds it twice. */
export const MOST_NIR_BYTES = 2 ** 27;

function wholeNir(source: ByteSource): Promise<Uint8Array<ArrayBuffer>> {
  if (source.size <= MOST_NIR_BYTES) return source.read(0, source.size);
  throw new ModelFileError(
    `The NIR file holds ${formatNumber(source.size / 2 ** 20, 0)} MB, more than any network here has.`,
  );
}

/** `readNir`, its bytes taken apart aside. */
export type OpenNir = (bytes: Uint8Array<ArrayBuffer>, describe?: Describe) => Promise<ModelFile>;

/**
 * Reads a model file of either format (`readModel`, `readNir`), which its first bytes tell.
 * @throws ModelFileError, whatever the bytes; UndescribedError where `describe` would help
 */
export async function openModelFile(
  bytes: Uint8Array<ArrayBuffer>,
  openNir: OpenNir,
  describe?: Describe,
): Promise<ModelFile> {
  return isHdf5(bytes) ? openNir(bytes, describe) : readModel(bytes, describe);
}
