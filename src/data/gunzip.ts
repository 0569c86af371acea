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
 * The plain bytes of a packed file. A small file can unpack to gigabytes, so unpacking goes on only while the file keeps to its own
 * header.
 * @param packed the file
 * @param name what the file is called in messages
 * @param head bytes of the header; `expected` is called once with them (fewer where the file ends before)
 * @param expected the length the header promises; a file that unpacks to more is cut off one byte behind it
 * @throws DataError where the gzip is damaged or cut off; what `expected` throws
 */
export async function gunzip(
  packed: ByteSource,
  name: string,
  head: number,
  expected: (header: Uint8Array) => number,
): Promise<Uint8Array<ArrayBuffer>> {
  const reader = unpacked(packed).getReader();
  try {
    let result = new Uint8Array(Math.max(head, 1));
    let length = 0;
    let planned: number | undefined;
    for (;;) {
      const { done, value } = await reader.read().catch((cause: unknown) => {
        throw new DataError(
          `${name} is a damaged gzip file: it may have been cut off on its way, so get it again.`,
          { cause },
        );
      });
      if (done) return result.subarray(0, length);
      for (let from = 0; from < value.length;) {
        const part = value.subarray(from, from + result.length - length);
        result.set(part, length);
        length += part.length;
        from += part.length;
        if (planned === undefined && length === result.length) {
          planned = expected(result);
          const room = Math.min(planned, packed.size * MOST_EXPANSION);
          const roomy = new Uint8Array(Math.max(room, length) + 1);
          roomy.set(result);
          result = roomy;
        } else if (length === result.length) {
          return result;
        }
      }
    }
  } finally {
    // Else the rest would be unpacked for nobody.
    await reader.cancel().catch(() => undefined);
  }
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
