/** Files that a command writes. */
import { constants } from 'node:fs';
import { access, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { said } from '../model/said';
import { CommandError, fileReason } from './errors';
import { placeOf } from './place';

/** A place for a file, checked before the work that is to fill it begins. */
export interface Target {
  /** All of it, or nothing: what was there stays until the new file is whole. */
  write(bytes: Uint8Array): Promise<void>;
  remove(): Promise<void>;
}

/**
 * Through a link, the file it leads to is written and not the link.
 * @throws CommandError where no file can be written there
 */
export async function openTarget(cwd: string, name: string): Promise<Target> {
  const wrong = (error: unknown, what = 'written'): CommandError =>
    new CommandError(`${said(name)} cannot be ${what}: ${fileReason(error)}.`, { cause: error });
  const { path, present } = await placeOf(cwd, name);
  if (!present && /[/\\]$/.test(name)) {
    throw new CommandError(`${said(name)} cannot be written: it names a folder, not a file.`);
  }
  if (present && !present.isFile()) {
    throw new CommandError(`${said(name)} cannot be written: it is no ordinary file.`);
  }
  const folder = dirname(path);
  const aside = join(folder, asideName(basename(path), process.pid));
  try {
    if (present) await access(path, constants.W_OK);
    await removeLeftOver(folder, basename(path));
    // The only sure way to find out whether a file can be written there.
    await writeFile(aside, '');
    await rm(aside);
  } catch (error) {
    throw wrong(error);
  }
  return {
    async write(bytes) {
      try {
        await writeFile(aside, bytes, { flush: true });
        await rename(aside, path);
      } catch (error) {
        await rm(aside, { force: true }).catch(() => undefined);
        throw wrong(error);
      }
    },
    async remove() {
      await rm(path, { force: true }).catch((error: unknown) => {
        throw wrong(error, 'removed');
      });
    },
  };
}

/** What a file is called until it is whole. */
const asideName = (name: string, pid: number): string => `.${name}.${pid}.part`;

/** Takes away what processes that were killed while they wrote have left; another that is at work keeps its own. */
async function removeLeftOver(folder: string, name: string): Promise<void> {
  for (const file of await readdir(folder).catch(() => [])) {
    const pid = Number(/\.(\d{1,10})\.part$/.exec(file)?.[1] ?? NaN);
    if (file !== asideName(name, pid) || isAtWork(pid)) continue;
    await rm(join(folder, file), { force: true });
  }
}

/** Whether another process of this number runs. */
function isAtWork(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, and belongs to somebody else.
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}
