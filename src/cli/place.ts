/** Where paths lead: what a person named twice is found whatever links lie between, and before anything is written. */
import type { BigIntStats } from 'node:fs';
import { readlink, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { said } from '../model/said';
import { CommandError } from './errors';

/** Links that lead to links; the kernel follows no more either. */
const MOST_LINKS = 40;

export interface Place {
  /** The path with all links followed. */
  path: string;
  /** What is there; undefined where nothing is yet. */
  present: BigIntStats | undefined;
  /** The folder it is in, or would be; undefined where there is none. */
  folder: BigIntStats | undefined;
}

const statsOf = (path: string): Promise<BigIntStats | undefined> =>
  stat(path, { bigint: true }).catch(() => undefined);

/** What `name` stands for, starting from `cwd`; links are followed to where they lead, be anything there or not. */
export async function placeOf(cwd: string, name: string): Promise<Place> {
  let path = resolve(cwd, name);
  for (let links = 0; links < MOST_LINKS; links++) {
    const folder = await realpath(dirname(path)).catch(() => dirname(path));
    path = join(folder, basename(path));
    const target = await readlink(path).catch(() => undefined);
    if (target === undefined) break;
    path = resolve(folder, target);
  }
  return { path, present: await statsOf(path), folder: await statsOf(dirname(path)) };
}

const isSame = (a: BigIntStats | undefined, b: BigIntStats | undefined): boolean =>
  a !== undefined && b !== undefined && a.dev === b.dev && a.ino === b.ino;

/** Some file systems take names for the same that differ only in case or in how accents are encoded. */
const folded = (path: string): string => basename(path).normalize('NFC').toLowerCase();

/** Whether two places are one, whatever they are called: one file, or one that is still to be made. */
export function isSamePlace(a: Place, b: Place): boolean {
  if (a.present || b.present) return isSame(a.present, b.present);
  return a.path === b.path || (isSame(a.folder, b.folder) && folded(a.path) === folded(b.path));
}

/** A file of a command, in the words that a sentence about it takes: "--images". */
export interface NamedFile {
  what: string;
  /** None where the option is not given. */
  name: string | undefined;
}

/**
 * Holds what a command would write against all that it reads.
 * @throws CommandError where a file of the person's would be overwritten
 */
export async function requireApart(
  cwd: string,
  outputs: NamedFile[],
  inputs: NamedFile[],
): Promise<void> {
  const placed = async (files: NamedFile[]) =>
    Promise.all(
      files.flatMap(({ what, name }) =>
        name === undefined ? [] : placeOf(cwd, name).then((place) => ({ what, name, place })),
      ),
    );
  const read = await placed(inputs);
  for (const { what, name, place } of await placed(outputs)) {
    const same = read.find((input) => isSamePlace(place, input.place));
    if (!same) continue;
    throw new CommandError(
      `${what} ${said(name)} is the file of ${same.what} and would overwrite it: give ${what} another name.`,
    );
  }
}
