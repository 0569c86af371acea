/** Unpacks gzip, in the browser and in Node alike, and never more than asked for. */
import { sourceOf, type ByteSource } from './byte-source';
import { DataError, orNotFetched } from './data-error';

const GZIP_MAGIC = [0x1f, 0x8b];
/** Deflate cannot expand by more. */
const MOST_EXPANSION = 1032;
/** Packed bytes that are had at a time. */
const PIECE = 2 ** 20;
/** Packed bytes of which nothing comes: what follows the last member, and is not read to its end. */
const SILENCE = 2 ** 24;

export function isGzip(bytes: Uint8Array): boolean {
  return bytes.length >= 2 && bytes[0] === GZIP_MAGIC[0] && bytes[1] === GZIP_MAGIC[1];
}

/**
 * The plain bytes of a packed file, in one member or several, with zeros behind the last or none. A small file can unpack to
 * gigabytes, so unpacking ends one byte behind `most`.
 * @param packed the file
 * @param name what the file is called in messages
 * @param most as many bytes as the file's own header promises
 * @throws DataError where the gzip is damaged or cut off
 */
export async function gunzip(
  packed: ByteSource,
  name: string,
  most: number,
): Promise<Uint8Array<ArrayBuffer>> {
  // A header that promises more than deflate can expand to lies, and gets no memory for it.
  const vessel = () => createVessel(Math.min(most, packed.size * MOST_EXPANSION) + 1);
  // Browsers refuse what follows the first member: this rare file goes the longer way, and a damaged one as well.
  const bytes =
    (await unpackAtOnce(packed, vessel())) ?? (await unpackMembers(packed, vessel(), PIECE));
  if (bytes) return bytes;
  throw new DataError(
    `${name} is a damaged gzip file: it may have been cut off on its way, so get it again.`,
  );
}

/** By the platform's own means; null where these find the file damaged. */
async function unpackAtOnce(
  packed: ByteSource,
  vessel: Vessel,
): Promise<Uint8Array<ArrayBuffer> | null> {
  let taken = 0;
  let heard = 0;
  const reader = unpacked(packed, (at) => {
    taken = at;
    return taken - heard < SILENCE;
  }).getReader();
  try {
    for (;;) {
      const next = await reader.read().catch(() => null);
      if (!next) return null;
      heard = taken;
      if (next.done || vessel.take(next.value)) return vessel.bytes();
    }
  } finally {
    // Else the rest would be unpacked for nobody.
    await reader.cancel().catch(() => undefined);
  }
}

/** More has come than is wanted. */
class Enough extends Error {}

/** Member by member; null where the file is damaged. @param piece packed bytes that are had at a time */
export async function unpackMembers(
  packed: ByteSource,
  vessel: Vessel,
  piece: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const { Inflate } = await orNotFetched(import('pako'), 'What unpacks this kind of gzip file');
  const begin = () => {
    const inflate = new Inflate();
    inflate.onData = (part) => {
      if (vessel.take(part)) throw new Enough();
    };
    return inflate;
  };
  let inflate = begin();
  for (let at = 0; at < packed.size; at += piece) {
    const bytes = await packed.read(at, at + piece);
    if (bytes.length === 0) break;
    // A member that ends within a piece is followed by the next one there, and zeros end all of it.
    if (inflate.ended && bytes[0] === 0) break;
    if (inflate.ended) inflate = begin();
    try {
      inflate.push(bytes);
    } catch (error) {
      if (error instanceof Enough) return vessel.bytes();
      throw error;
    }
    if (inflate.err !== 0) return null;
  }
  return inflate.ended ? vessel.bytes() : null;
}

/** Takes what is unpacked, up to its size. */
export interface Vessel {
  /** @returns whether it is full */
  take(part: Uint8Array): boolean;
  bytes(): Uint8Array<ArrayBuffer>;
}

export function createVessel(size: number): Vessel {
  const result = new Uint8Array(size);
  let length = 0;
  return {
    take(value) {
      const part = value.subarray(0, size - length);
      result.set(part, length);
      length += part.length;
      return length === size;
    },
    bytes: () => result.subarray(0, length),
  };
}

/** @param goesOn asked after each piece whether the next is to be had; `at` packed bytes were */
function unpacked(
  packed: ByteSource,
  goesOn: (at: number) => boolean = () => true,
): ReadableStream<Uint8Array> {
  let at = 0;
  const source = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      const piece = await packed.read(at, at + PIECE);
      at += piece.length;
      if (piece.length > 0) controller.enqueue(piece);
      if (piece.length === 0 || at >= packed.size || !goesOn(at)) controller.close();
    },
  });
  return source.pipeThrough(new DecompressionStream('gzip'));
}

/** Enough of a packed file to unpack its beginning. */
const HEAD_PACKED = 2 ** 16;

/** The first `length` bytes of a file (fewer where it is shorter), unpacked where it is packed; damaged ones as far as they go. */
export async function headOf(file: ByteSource, length: number): Promise<Uint8Array> {
  const start = await file.read(0, HEAD_PACKED);
  if (!isGzip(start)) return start.subarray(0, length);
  const vessel = createVessel(length);
  const reader = unpacked(sourceOf(start)).getReader();
  for (;;) {
    // Cut off where the piece ends, or damaged: reading all of it will say.
    const next = await reader.read().catch(() => null);
    if (!next || next.done || vessel.take(next.value)) break;
  }
  await reader.cancel().catch(() => undefined);
  return vessel.bytes();
}
