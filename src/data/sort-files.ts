/** What people drop or choose, sorted: by what the files are, and by their names where that leaves a choice. */
import { said } from '../model/said';
import { blobSource } from './byte-source';
import { KIND_BYTES, kindOf } from './file-kind';
import { headOf } from './gunzip';
import type { OwnFiles } from './own-files';

export interface SortedFiles {
  model: File | null;
  data: OwnFiles;
  /** A sentence for each file that cannot be used. */
  refused: string[];
}

/** Whole words, so that "latest" is no test: MNIST's own names (t10k-images-idx3-ubyte), test_images, imagesTest, xTest. */
const TEST_WORD = /^(t10k|test|testing|valid|validation|val|eval)(images?|labels?)?\d*$/;
const TRAIN_WORD = /^train(ing)?(images?|labels?)?\d*$/;

/** Whether a name says that it is of the test half; the first word that speaks of either decides. */
export function isTestName(name: string): boolean {
  const words = name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\d]+/);
  const half = words.find((word) => TEST_WORD.test(word) || TRAIN_WORD.test(word));
  return half !== undefined && TEST_WORD.test(half);
}

const ROLE_WORDS: Record<keyof OwnFiles, string> = {
  trainImages: 'training images',
  trainLabels: 'training labels',
  testImages: 'test images',
  testLabels: 'test labels',
};

export async function sortFiles(files: readonly File[]): Promise<SortedFiles> {
  const sorted: SortedFiles = { model: null, data: {}, refused: [] };
  const kinds = await Promise.all(
    files.map((file) => headOf(blobSource(file), KIND_BYTES).then(kindOf)),
  );
  files.forEach((file, n) => {
    const found = kinds[n]!;
    if (found.kind === 'model' || file.name.toLowerCase().endsWith('.safetensors')) {
      sorted.model = file;
    } else if (found.kind === 'images' || found.kind === 'labels') {
      const half = isTestName(file.name) ? 'test' : 'train';
      const role = `${half}${found.kind === 'images' ? 'Images' : 'Labels'}` as const;
      const other = sorted.data[role];
      if (other) sorted.refused.push(twice(other.name, file.name, ROLE_WORDS[role]));
      else sorted.data[role] = file;
    } else if (found.kind === 'foreign') {
      sorted.refused.push(`${said(file.name)} is ${found.is}`);
    } else {
      sorted.refused.push(
        `${said(file.name)} is neither a model (.safetensors) nor images or labels (IDX files as MNIST's, plain or gzip), and nothing else can be read.`,
      );
    }
  });
  return sorted;
}

function twice(first: string, second: string, role: string): string {
  return `${said(first)} and ${said(second)} are both taken for ${role} by their names: choose each in its place in the data menu.`;
}
