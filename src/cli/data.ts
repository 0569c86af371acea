/** Where a command's images come from: files that are named, or MNIST as `npm run data` prepares it. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Images, ImageSet, ImageSize } from '../data/image-set';
import type { LabelOptions } from '../data/labels';
import { MNIST_FILES, type MnistRole } from '../data/mnist';
import { bringsLabels, readAnyImages, readSets, type Half, type Sets } from '../data/read-data';
import { transposed } from '../data/transpose';
import { DEFAULT_NETWORK } from '../model/network';
import { said } from '../model/said';
import { CommandError, UsageError } from './errors';
import { withFile } from './input';
import { isPictures, readLabelledPictures, readPictureFiles } from './picture-files';

/** How the images of a command are read. */
export interface Reading {
  /** The size that pictures are made; MNIST's without. */
  size?: ImageSize;
  /** Whether rows become columns. */
  transpose?: boolean;
  /** Names that the classes of pictures must have. */
  classNames?: readonly string[] | undefined;
}

export interface FoundImages extends Images {
  /** [count] of pictures, their paths. */
  paths?: string[];
  /** What is to be said of them. */
  notes: string[];
}

/** Images without labels: of a file, of a picture, or of all pictures in a folder. @throws CommandError, DataError */
export async function readImageFile(
  cwd: string,
  name: string,
  { size = DEFAULT_NETWORK.input, transpose = false }: Reading,
): Promise<FoundImages> {
  const turn = transpose ? transposed<Images> : (images: Images) => images;
  if (await isPictures(cwd, name)) {
    const { images, ...rest } = await readPictureFiles(cwd, name, size);
    return { ...turn(images), ...rest };
  }
  const images = await withFile(cwd, name, (file) => readAnyImages(file, said(name)));
  return { ...turn(images), notes: [] };
}

export interface FilePair {
  images: string | undefined;
  labels: string | undefined;
  /** What the two options are called. */
  options: [string, string];
}

/**
 * Whether a pair of files is named, or images that bring their labels along, as pictures in folders do.
 * @throws UsageError where one of them is missing
 */
export async function isNamed(cwd: string, pair: FilePair): Promise<boolean> {
  const { images, labels, options } = pair;
  if ((images === undefined) === (labels === undefined)) return images !== undefined;
  if (images !== undefined && (await isLabelled(cwd, images))) return true;
  const [first, second] = options;
  const [there, missing] = images === undefined ? [second, first] : [first, second];
  throw new UsageError(`--${there} needs --${missing}: images and labels come in pairs.`);
}

const isLabelled = async (cwd: string, name: string): Promise<boolean> =>
  (await isPictures(cwd, name)) || withFile(cwd, name, bringsLabels).catch(() => false);

/** What was read, and what is to be said of it. */
type NamedSets = Sets & { notes: string[] };

type LabelReading = Reading & Pick<LabelOptions, 'classes' | 'first'>;

/**
 * @param labels none where the images bring theirs along
 * @param half which half of an archive, or of a folder, is wanted, where it has two
 * @throws CommandError, DataError
 */
export async function readNamed(
  cwd: string,
  images: string,
  labels: string | undefined,
  half: Half,
  options: LabelReading = {},
): Promise<NamedSets> {
  const pictures = labels === undefined && (await isPictures(cwd, images));
  const { set, test, notes } = pictures
    ? await readFolder(cwd, images, half, options)
    : { ...(await readFiles(cwd, images, labels, half, options)), notes: [] };
  const turn = options.transpose ? transposed<ImageSet> : (one: ImageSet) => one;
  return { set: turn(set), ...(test && { test: turn(test) }), notes };
}

async function readFolder(
  cwd: string,
  name: string,
  half: Half,
  { size = DEFAULT_NETWORK.input, classNames }: Reading,
): Promise<NamedSets> {
  const { train, test, notes } = await readLabelledPictures(cwd, name, size, classNames);
  if (half === 'test') return { set: test ?? train, notes };
  return { set: train, ...(test && { test }), notes };
}

async function readFiles(
  cwd: string,
  images: string,
  labels: string | undefined,
  half: Half,
  { classes, first }: LabelReading,
): Promise<Sets> {
  const given = {
    ...(classes !== undefined && { classes }),
    ...(first !== undefined && { first }),
    names: { images: said(images), labels: said(labels ?? '') },
  };
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
