/**
 * Bytes that are had piece by piece: a file on disk, one a person chose on the page, or bytes in memory. So a reader looks at the
 * header first, and takes the rest only where it belongs to it, however large the file is.
 */
export interface ByteSource {
  /** Bytes in all. */
  readonly size: number;
  /** Bytes `begin` to `end` - 1; fewer where the source ends before. */
  read: (begin: number, end: number) => Promise<Uint8Array<ArrayBuffer>>;
}

/** What readers take: bytes as they are, or where to get them from. */
export type Bytes = Uint8Array<ArrayBuffer> | ByteSource;

export function sourceOf(bytes: Bytes): ByteSource {
  if (!(bytes instanceof Uint8Array)) return bytes;
  return {
    size: bytes.length,
    read: (begin, end) => Promise.resolve(bytes.subarray(begin, end)),
  };
}

/** A File of the page, say. */
export function blobSource(blob: Blob): ByteSource {
  return {
    size: blob.size,
    read: async (begin, end) => new Uint8Array(await blob.slice(begin, end).arrayBuffer()),
  };
}
