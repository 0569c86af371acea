/** Where a command's images come from: IDX files that are named, or MNIST as `npm run data` prepares it. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readImages, readImageSet } from '../data/idx';
import type { Images, ImageSet } from '../data/image-set';
import type { LabelOptions } from '../data/labels';
import { MNIST_FILES, type MnistRole } from '../data/mnist';
import { said } from '../model/said';
import { CommandError, fileReason, UsageError } from './errors';

/** Reads a file that a person named. @throws CommandError */
export async function readNamed(cwd: string, path: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await readFile(resolve(cwd, path)));
  } catch (error) {
    throw new CommandError(`${said(path)} cannot be read: ${fileReason(error)}.`, { cause: error });
  }
}

export async function readImageFile(cwd: string, path: string): Promise<Images> {
  return readImages(await readNamed(cwd, path), said(path));
}

export interface FilePair {
  images: string | undefined;
  labels: string | undefined;
  /** What the two options are called. */
  options: [string, string];
}

/** Whether a pair of files is named. @throws UsageError where only one of them is */
export function isNamed({ images, labels, options: [first, second] }: FilePair): boolean {
  if ((images === undefined) === (labels === undefined)) return images !== undefined;
  const [there, missing] = images === undefined ? [second, first] : [first, second];
  throw new UsageError(`--${there} needs --${missing}: images and labels come in pairs.`);
}

/** @throws CommandError, DataError */
export async function readPair(
  cwd: string,
  images: string,
  labels: string,
  options: Pick<LabelOptions, 'classes' | 'first'> = {},
): Promise<ImageSet> {
  const [imageBytes, labelBytes] = await Promise.all([
    readNamed(cwd, images),
    readNamed(cwd, labels),
  ]);
  const names = { images: said(images), labels: said(labels) };
  return readImageSet(imageBytes, labelBytes, { ...options, names });
}

/** The repository's `public` folder: this program runs from src/cli or from a build below node_modules. */
function publicFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!(existsSync(join(folder, 'package.json')) && existsSync(join(folder, 'public')))) {
    const parent = dirname(folder);
    if (parent === folder) break;
    folder = parent;
  }
  return join(folder, 'public');
}

/** One half of MNIST. @throws CommandError where it is not prepared */
export async function readMnist(role: MnistRole, folder = publicFolder()): Promise<ImageSet> {
  const { images, labels } = MNIST_FILES[role];
  try {
    return await readPair(folder, images, labels, { classes: 10 });
  } catch (error) {
    throw new CommandError('MNIST is not there or damaged: run "npm run data" to prepare it.', {
      cause: error,
    });
  }
}
