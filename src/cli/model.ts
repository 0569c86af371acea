/** Model files on disk. */
import { constants } from 'node:fs';
import { access, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { said } from '../model/said';
import { CommandError, fileReason } from './errors';

/** A place for a file, checked before the work that is to fill it begins. */
export interface Target {
  /** All of it, or nothing: what was there stays until the new file is whole. */
  write(bytes: Uint8Array): Promise<void>;
}

/** @throws CommandError where no file can be written there */
export async function openTarget(cwd: string, path: string): Promise<Target> {
  const wrong = (error: unknown): CommandError =>
    new CommandError(`${said(path)} cannot be written: ${fileReason(error)}.`, { cause: error });
  let target = resolve(cwd, path);
  try {
    // Through a link, the file it points to is replaced and not the link.
    target = await realpath(target).catch(() => target);
    const present = await stat(target).catch(() => undefined);
    if (present && !present.isFile()) {
      throw new CommandError(`${said(path)} cannot be written: it is no ordinary file.`);
    }
    await access(dirname(target), constants.W_OK | constants.X_OK);
    if (present) await access(target, constants.W_OK);
  } catch (error) {
    throw error instanceof CommandError ? error : wrong(error);
  }
  return {
    async write(bytes) {
      const aside = join(dirname(target), `.${basename(target)}.${process.pid}.part`);
      try {
        await writeFile(aside, bytes, { flush: true });
        await rename(aside, target);
      } catch (error) {
        await rm(aside, { force: true }).catch(() => undefined);
        throw wrong(error);
      }
    },
  };
}
