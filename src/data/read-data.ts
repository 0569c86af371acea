/** Images and labels from whatever files hold them: IDX, arrays and archives of NumPy, tables. */
import { sourceOf, type Bytes, type ByteSource } from './byte-source';
import { readCsv } from './csv-images';
import { DataError } from './data-error';
import { isData, kindOf, type DataKind } from './file-kind';
import { KIND_BYTES } from './kind-bytes';
import { headOf } from './gunzip';
import { readImages, readLabels } from './idx';
import type { Images, ImageSet } from './image-set';
import { DEFAULT_NAMES, pair, type LabelOptions } from './labels';
import { readNpy } from './npy';
import { imagesOf, labelsOf } from './npy-images';
import { readNpz, type Halves, type Labelled } from './npz';
import { readUnpacked } from './unpacked';

export type Half = 'train' | 'test';

async function formatOf(source: ByteSource): Promise<DataKind['format']> {
  const found = kindOf(await headOf(source, KIND_BYTES));
  return isData(found) ? found.format : 'idx';
}

/** Whether a file brings labels with its images, so that none need be named. */
export async function bringsLabels(file: Bytes): Promise<boolean> {
  return kindOf(await headOf(sourceOf(file), KIND_BYTES)).kind === 'labelled';
}

/** All that a file with images holds: of an archive both halves, where it has them. @throws DataError */
async function readHalves(file: Bytes, name: string): Promise<Halves> {
  const source = sourceOf(file);
  const format = await formatOf(source);
  if (format === 'idx') return { train: { images: await readImages(source, name), labels: null } };
  const bytes = await readUnpacked(source, name);
  if (format === 'npz') return readNpz(bytes, name);
  if (format === 'csv') return { train: readCsv(bytes, name) };
  return { train: { images: imagesOf(readNpy(bytes, name), name), labels: null } };
}

/** The half of an archive, or its only one. */
const halfOf = ({ train, test }: Halves, half: Half): Labelled =>
  (half === 'train' ? (train ?? test) : (test ?? train))!;

/**
 * The images of a file; of an archive with two halves those for testing.
 * @throws DataError
 */
export async function readAnyImages(file: Bytes, name: string): Promise<Images> {
  return halfOf(await readHalves(file, name), 'test').images;
}

async function readAnyLabels(file: Bytes, name: string): Promise<Uint8Array<ArrayBuffer>> {
  const source = sourceOf(file);
  if ((await formatOf(source)) !== 'npy') return readLabels(source, name);
  return labelsOf(readNpy(await readUnpacked(source, name), name), name);
}

/** What both halves of an archive give; `test` only where it has two. */
export interface Sets {
  set: ImageSet;
  /** The archive's other half. */
  test?: ImageSet;
}

/**
 * Images with their labels, which are in the same file where none is named for them.
 * @param half which of an archive's halves is wanted
 * @throws DataError
 */
export async function readSets(
  images: Bytes,
  labels: Bytes | undefined,
  half: Half,
  options: LabelOptions = {},
): Promise<Sets> {
  const { names = DEFAULT_NAMES } = options;
  const halves = await readHalves(images, names.images);
  const wanted = halfOf(halves, half);
  if (labels && wanted.labels) {
    throw new DataError(
      `${names.images} brings its labels along: leave out ${names.labels}, which holds others.`,
    );
  }
  const given = labels ? await readAnyLabels(labels, names.labels) : wanted.labels;
  if (!given) throw new DataError(`${names.images} holds no labels: choose a file of them, too.`);
  const set = pair(wanted.images, given, labels ? options : inside(options));
  const other = half === 'train' && halves.train ? halves.test : undefined;
  if (!other?.labels || labels) return { set };
  const first = set.firstLabel ?? 0;
  return { set, test: pair(other.images, other.labels, inside({ ...options, first })) };
}

/** Labels that are in the images' file are called so. */
function inside(options: LabelOptions): LabelOptions {
  const { images } = options.names ?? DEFAULT_NAMES;
  return { ...options, names: { images, labels: images } };
}
