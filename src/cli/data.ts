/** Where a command's images come from: files that are named, or MNIST as `npm run data` prepares it. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Images, ImageSet } from '../data/image-set';
import type { LabelOptions } from '../data/labels';
import { MNIST_FILES, type MnistRole } from '../data/mnist';
import { bringsLabels, readAnyImages, readSets, type Half, type Sets } from '../data/read-data';
import { said } from '../model/said';
import { CommandError, UsageError } from './errors';
import { withFile } from './input';

export async function readImageFile(cwd: string, name: string): Promise<Images> {
  return withFile(cwd, name, (file) => readAnyImages(file, said(name)));
}

export interface FilePair {
  images: string | undefined;
  labels: string | undefined;
  /** What the two options are called. */
  options: [string, string];
}

/**
 * Whether a pair of files is named, or images that bring their labels along.
 * @throws UsageError where one of them is missing
 */
export async function isNamed(cwd: string, pair: FilePair): Promise<boolean> {
  const { images, labels, options } = pair;
  if ((images === undefined) === (labels === undefined)) return images !== undefined;
  if (images !== undefined && (await withFile(cwd, images, bringsLabels).catch(() => false)))
    return true;
  const [first, second] = options;
  const [there, missing] = images === undefined ? [second, first] : [first, second];
  throw new UsageError(`--${there} needs --${missing}: images and labels come in pairs.`);
}

/**
 * @param labels none where the images bring theirs along
 * @param half which half of an archive is wanted, where it has two
 * @throws CommandError, DataError
 */
export async function readNamed(
  cwd: string,
  images: string,
  labels: string | undefined,
  half: Half,
  options: Pick<LabelOptions, 'classes' | 'first'> = {},
): Promise<Sets> {
  const given = { ...options, names: { images: said(images), labels: said(labels ?? '') } };
  return withFile(cwd, images, (imageFile) =>
    labels === undefined
      ? readSets(imageFile, undefined, half, given)
      : withFile(cwd, labels, (labelFile) => readSets(imageFile, labelFile, half, given)),
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
    return (await readNamed(folder, images, labels, role, { classes: 10 })).set;
  } catch (error) {
    throw new CommandError('MNIST is not there or damaged: run "npm run data" to prepare it.', {
      cause: error,
    });
  }
}
