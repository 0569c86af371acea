/** Model files that are not in memory yet: of a file that is none, no more than its header is read, however large it is. */
import type { ByteSource } from '../data/byte-source';
import { MOST_MODEL_BYTES } from './model-file';
import { ModelFileError } from './model-file-error';
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
  try {
    const start = headerEnd(await source.read(0, LENGTH_BYTES), size);
    readHeader(await source.read(LENGTH_BYTES, start), size - start);
  } catch (error) {
    if (!(error instanceof SafetensorsError)) throw error;
    throw new ModelFileError(error.message, { cause: error });
  }
  return source.read(0, size);
}
