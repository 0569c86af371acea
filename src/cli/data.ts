/** Where a command's images come from: IDX files that are named, or MNIST as `npm run data` prepares it. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readImages, readImageSet } from '../data/idx';
import type { Images, ImageSet } from '../data/image-set';
import type { LabelOptions } from '../data/labels';
import { MNIST_FILES, type MnistRole } from '../data/mnist';
import { said } from '../model/said';
import { CommandError, UsageError } from './errors';
import { withFile } from './input';

export async function readImageFile(cwd: string, name: string): Promise<Images> {
  return withFile(cwd, name, (file) => readImages(file, said(name)));
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
  const names = { images: said(images), labels: said(labels) };
  return withFile(cwd, images, (imageFile) =>
    withFile(cwd, labels, (labelFile) => readImageSet(imageFile, labelFile, { ...options, names })),
  );
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

/** Where all of MNIST lies. */
export function mnistFiles(): string[] {
  const files = Object.values(MNIST_FILES).flatMap(({ images, labels }) => [images, labels]);
  return files.map((name) => join(publicFolder(), name));
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
