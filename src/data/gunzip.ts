/** Unpacks gzip, in the browser and in Node alike, and never more than asked for. */
import { sourceOf, type ByteSource } from './byte-source';
import { DataError } from './data-error';

const GZIP_MAGIC = [0x1f, 0x8b];
/** Deflate cannot expand by more, so a header that promises more lies and gets no memory for it. */
const MOST_EXPANSION = 1032;
/** Packed bytes that are had at a time. */
const PIECE = 2 ** 20;

export function isGzip(bytes: Uint8Array): boolean {
  return bytes.length >= 2 && bytes[0] === GZIP_MAGIC[0] && bytes[1] === GZIP_MAGIC[1];
}

/**
 * The plain bytes of a packed file, in one member or several, with zeros behind the last or none. A small file can unpack to
 * gigabytes, so unpacking goes on only while the file keeps to its own header.
 * @param packed the file
 * @param name what the file is called in messages
 * @param head bytes of the header; `expected` is called with them (fewer where the file ends before)
 * @param expected the length the header promises; a file that unpacks to more is cut off one byte behind it
 * @throws DataError where the gzip is damaged or cut off; what `expected` throws
 */
export async function gunzip(
  packed: ByteSource,
  name: string,
  head: number,
  expected: (header: Uint8Array) => number,
): Promise<Uint8Array<ArrayBuffer>> {
  const vessel = () => createVessel(packed.size * MOST_EXPANSION, head, expected);
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
  const reader = unpacked(packed).getReader();
  try {
    for (;;) {
      const next = await reader.read().catch(() => null);
      if (!next) return null;
      if (next.done || vessel.take(next.value)) return vessel.bytes();
    }
  } finally {
    // Else the rest would be unpacked for nobody.
    await reader.cancel().catch(() => undefined);
  }
}

/** More has come than the header promised. */
class Enough extends Error {}

/** Member by member; null where the file is damaged. @param piece packed bytes that are had at a time */
export async function unpackMembers(
  packed: ByteSource,
  vessel: Vessel,
  piece: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const { Inflate } = await import('pako');
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

/** Takes what is unpacked, with no more memory than the header asks for. */
export interface Vessel {
  /** @returns whether more has come than was promised */
  take(part: Uint8Array): boolean;
  bytes(): Uint8Array<ArrayBuffer>;
}

/** @param most bytes that there can be at all, whatever the header says */
export function createVessel(
  most: number,
  head: number,
  expected: (header: Uint8Array) => number,
): Vessel {
  let result = new Uint8Array(Math.max(head, 1));
  let length = 0;
  let planned: number | undefined;
  return {
    take(value) {
      for (let from = 0; from < value.length;) {
        const part = value.subarray(from, from + result.length - length);
        result.set(part, length);
        length += part.length;
        from += part.length;
        if (length < result.length) continue;
        if (planned !== undefined) return true;
        planned = expected(result);
        const roomy = new Uint8Array(Math.max(Math.min(planned, most), length) + 1);
        roomy.set(result);
        result = roomy;
      }
      return false;
    },
    bytes: () => result.subarray(0, length),
  };
}

function unpacked(packed: ByteSource): ReadableStream<Uint8Array> {
  let at = 0;
  const source = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      const piece = await packed.read(at, at + PIECE);
      at += piece.length;
      if (piece.length > 0) controller.enqueue(piece);
      if (piece.length === 0 || at >= packed.size) controller.close();
    },
  });
  return source.pipeThrough(new DecompressionStream('gzip'));
}

/** Enough of a packed file to unpack its beginning. */
const HEAD_PACKED = 2 ** 16;

/** The first `length` bytes of a file (fewer where it is shorter), unpacked where it is packed; damaged ones as far as they go. */
export async function headOf(file: Blob, length: number): Promise<Uint8Array> {
  const start = new Uint8Array(await file.slice(0, HEAD_PACKED).arrayBuffer());
  if (!isGzip(start)) return start.subarray(0, length);
  const head = new Uint8Array(length);
  let known = 0;
  const reader = unpacked(sourceOf(start)).getReader();
  try {
    while (known < length) {
      const { done, value } = await reader.read();
      if (done) break;
      const part = value.subarray(0, length - known);
      head.set(part, known);
      known += part.length;
    }
    await reader.cancel();
  } catch {
    // Cut off where the slice ends, or damaged: reading all of it will say.
  }
  return head.subarray(0, known);
}
