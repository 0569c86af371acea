/** Pictures in place of files of images: one, or a folder of them. */
import { readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { ByteSource } from '../data/byte-source';
import { kindOf } from '../data/file-kind';
import { KIND_BYTES } from '../data/kind-bytes';
import type { ImageSize } from '../data/image-set';
import {
  readPictures,
  readPictureSets,
  type PictureFile,
  type PictureSets,
  type ReadImages,
} from '../data/pictures/read-pictures';
import { said } from '../model/said';
import { decodePicture } from './decode-picture';
import { CommandError, fileReason } from './errors';
import { withFile } from './input';

export async function isFolder(cwd: string, name: string): Promise<boolean> {
  return stat(resolve(cwd, name)).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
}

/** Whether a name is of a folder, or of a picture. */
export async function isPictures(cwd: string, name: string): Promise<boolean> {
  if (await isFolder(cwd, name)) return true;
  return withFile(cwd, name, isPicture).catch(() => false);
}

const isPicture = async (file: ByteSource): Promise<boolean> =>
  kindOf(await file.read(0, Math.min(file.size, KIND_BYTES))).kind === 'picture';

/** The pictures of a folder and all folders in it, or the one that is named. @throws CommandError */
async function picturesIn(cwd: string, name: string): Promise<PictureFile[]> {
  const path = resolve(cwd, name);
  const names = (await isFolder(cwd, name)) ? await filesIn(path, '', name) : [''];
  const found: PictureFile[] = [];
  for (const own of names) {
    const place = own === '' ? path : join(path, own);
    // Opened when it is read: a folder holds more files than may be open.
    const reading: ByteSource = {
      size: (await stat(place)).size,
      read: (begin, end) => withFile(cwd, place, (file) => file.read(begin, end)),
    };
    if (await isPicture(reading)) found.push({ path: own === '' ? name : own, file: reading });
  }
  if (found.length === 0) {
    throw new CommandError(
      `${said(name)} holds no pictures: name a folder of PNG or JPEG files, or a file of images.`,
    );
  }
  return found;
}

/** Paths from the folder on, with /; what begins with a dot is not for people. */
async function filesIn(root: string, inside: string, name: string): Promise<string[]> {
  const entries = await readdir(join(root, inside), { withFileTypes: true }).catch(
    (error: unknown) => {
      throw new CommandError(`${said(name)} cannot be read: ${fileReason(error)}.`, {
        cause: error,
      });
    },
  );
  const lists: string[] = [];
  for (const entry of entries) {
    if (entry.name.startsWith('.')) continue;
    const path = inside === '' ? entry.name : `${inside}/${entry.name}`;
    if (entry.isDirectory()) lists.push(...(await filesIn(root, path, name)));
    else if (entry.isFile()) lists.push(path);
  }
  return lists;
}

const options = (size: ImageSize) => ({ size, normalised: true, decode: decodePicture });

/** @throws CommandError, DataError */
export async function readPictureFiles(
  cwd: string,
  name: string,
  size: ImageSize,
): Promise<ReadImages> {
  return readPictures(await picturesIn(cwd, name), options(size));
}

/**
 * With their classes, by folder or by name.
 * @param known names that the classes must have
 * @throws CommandError, DataError
 */
export async function readLabelledPictures(
  cwd: string,
  name: string,
  size: ImageSize,
  known?: readonly string[],
): Promise<PictureSets> {
  return readPictureSets(await picturesIn(cwd, name), options(size), known);
}
