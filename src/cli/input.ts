/** Files that a command reads. */
import { open, stat, type FileHandle } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { ByteSource } from '../data/byte-source';
import { said } from '../model/said';
import { CommandError, fileReason } from './errors';

/** Bytes asked of the disk at a time. */
const PIECE = 2 ** 26;

/**
 * Opens a file that a person named, for as long as `work` takes.
 * @throws CommandError where it cannot be read; what `work` throws
 */
export async function withFile<T>(
  cwd: string,
  name: string,
  work: (file: ByteSource) => Promise<T>,
): Promise<T> {
  const wrong = (error: unknown): CommandError =>
    new CommandError(`${said(name)} cannot be read: ${fileReason(error)}.`, { cause: error });
  const path = resolve(cwd, name);
  const stats = await stat(path).catch((error: unknown) => {
    throw wrong(error);
  });
  // Devices and pipes have neither a length nor an end that could be checked, and opening alone may take for ever.
  if (!stats.isFile()) {
    const what = stats.isDirectory() ? 'it is a folder' : 'it is a device or a pipe, not a file';
    throw new CommandError(`${said(name)} cannot be read: ${what}.`);
  }
  const handle = await open(path).catch((error: unknown) => {
    throw wrong(error);
  });
  const { size } = stats;
  const read = (begin: number, end: number) =>
    readBytes(handle, begin, Math.min(end, size)).catch((error: unknown) => {
      throw wrong(error);
    });
  try {
    return await work({ size, read });
  } finally {
    await handle.close();
  }
}

async function readBytes(
  handle: FileHandle,
  begin: number,
  end: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(Math.max(0, end - begin));
  for (let at = 0; at < bytes.length;) {
    const length = Math.min(PIECE, bytes.length - at);
    const { bytesRead } = await handle.read(bytes, at, length, begin + at);
    if (bytesRead === 0) throw new Error('it became shorter while it was read');
    at += bytesRead;
  }
  return bytes;
}
