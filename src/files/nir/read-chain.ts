/** From the bytes of a NIR file to what they say. */
import { ModelFileError } from '../model-file-error';
import { chainOf } from './chain';
import { layersOf } from './chain-layers';
import { readGraph } from './graph';
import { readHdf5 } from './hdf5';
import { METADATA, type NirChain } from './nir-chain';

/**
 * Here and now: a damaged file can hold it up for ever, so people's files are read aside (src/files/nir/aside).
 * @throws ModelFileError, whatever the bytes
 */
export async function readChain(bytes: Uint8Array<ArrayBuffer>): Promise<NirChain> {
  try {
    return await readHdf5(bytes, (file) => {
      const graph = readGraph(file);
      return { chain: layersOf(chainOf(graph)), metadata: graph.metadata.get(METADATA) };
    });
  } catch (error) {
    if (error instanceof ModelFileError) throw error;
    throw new ModelFileError('The file is truncated or damaged: it cannot be read as HDF5.', {
      cause: error,
    });
  }
}
