/**
 * Reads headers of model files, and takes what only training needs out of a file without touching a byte of its weights.
 * The page and the commands have a reader of their own (src/files/safetensors.ts). It is TypeScript, which Node 20 does not
 * run: these scripts would have to be built before each use for the ten lines that both share. A test reads what is written here
 * with that reader.
 */
import { UserError } from './stop.mjs';

/** The header of a safetensors file: 8 bytes of length, then JSON. */
export function headerOf(bytes) {
  const length = bytes.length >= 8 ? Number(bytes.readBigUInt64LE(0)) : Infinity;
  try {
    return { header: JSON.parse(bytes.toString('utf8', 8, 8 + length)), start: 8 + length };
  } catch {
    throw new UserError('The file is no safetensors file.');
  }
}

/** The same model without what only training needs: the weights alone, and the metadata. */
export function weightsOnly(bytes) {
  const { header, start } = headerOf(bytes);
  const { __metadata__: metadata = {}, ...tensors } = header;
  if (metadata.format !== 'mt-spike') throw new UserError('The file holds no MT-Spike model.');
  const kept = { __metadata__: metadata };
  const parts = [];
  let offset = 0;
  for (const [
    name,
    {
      dtype,
      shape,
      data_offsets: [from, to],
    },
  ] of Object.entries(tensors)) {
    if (!/^layers\.\d+\.weight$/.test(name)) continue;
    kept[name] = { dtype, shape, data_offsets: [offset, offset + to - from] };
    parts.push(bytes.subarray(start + from, start + to));
    offset += to - from;
  }
  // Padded with spaces, so that the tensors lie at a multiple of 8.
  const json = JSON.stringify(kept);
  const head = Buffer.from(json + ' '.repeat((8 - (Buffer.byteLength(json) % 8)) % 8));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(head.length));
  return Buffer.concat([length, head, ...parts]);
}

/** The seed of the training that the metadata tells of, as text; undefined where it tells of none. */
export function seedOf(bytes) {
  try {
    const { seed } = JSON.parse(headerOf(bytes).header.__metadata__.training);
    return seed === undefined ? undefined : String(seed);
  } catch {
    return undefined;
  }
}
