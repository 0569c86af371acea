/** Whole files, plain or gzip, whose length no header announces. */
import type { ByteSource } from './byte-source';
import { DataError } from './data-error';
import { gunzip, isGzip } from './gunzip';

/** Bytes of a table or an array, unpacked: twice EMNIST as a table. */
export const MOST_UNPACKED = 400_000_000;

export function tooLarge(name: string): DataError {
  return new DataError(
    `${name} holds more than ${MOST_UNPACKED / 1e6} MB: split it, or write it as IDX files, a byte a pixel.`,
  );
}

/** @throws DataError where it is damaged or too large */
export async function readUnpacked(
  source: ByteSource,
  name: string,
): Promise<Uint8Array<ArrayBuffer>> {
  if (source.size > MOST_UNPACKED) throw tooLarge(name);
  const packed = isGzip(await source.read(0, 2));
  const bytes = packed
    ? await gunzip(source, name, MOST_UNPACKED)
    : await source.read(0, source.size);
  if (bytes.length > MOST_UNPACKED) throw tooLarge(name);
  return bytes;
}
