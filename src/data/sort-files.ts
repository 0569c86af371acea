/** What people drop or choose, sorted: by what the files are, and by their names where that leaves a choice. */
import { said } from '../model/said';
import { blobSource } from './byte-source';
import { isData, kindOf, type FileKind } from './file-kind';
import { KIND_BYTES } from './kind-bytes';
import { headOf } from './gunzip';
import type { DataFiles } from './own-files';
import { isTestName } from './test-name';

export interface SortedFiles {
  model: File | null;
  data: DataFiles;
  /** Those among them that bring their labels along. */
  labelled: File[];
  pictures: File[];
  /** A sentence for each file that cannot be used. */
  refused: string[];
}

const ROLE_WORDS: Record<keyof DataFiles, string> = {
  trainImages: 'training images',
  trainLabels: 'training labels',
  testImages: 'test images',
  testLabels: 'test labels',
};

/** Files looked into at a time: a folder may hold tens of thousands. */
const AT_ONCE = 64;

export async function sortFiles(files: readonly File[]): Promise<SortedFiles> {
  const sorted: SortedFiles = { model: null, data: {}, labelled: [], pictures: [], refused: [] };
  const kinds: FileKind[] = [];
  for (let from = 0; from < files.length; from += AT_ONCE) {
    const some = files.slice(from, from + AT_ONCE);
    kinds.push(
      ...(await Promise.all(some.map((file) => headOf(blobSource(file), KIND_BYTES).then(kindOf)))),
    );
  }
  files.forEach((file, n) => {
    const found = kinds[n]!;
    if (found.kind === 'model' || /\.(safetensors|nir)$/i.test(file.name)) {
      sorted.model = file;
    } else if (found.kind === 'picture') {
      sorted.pictures.push(file);
    } else if (isData(found)) {
      const half = isTestName(file.name) ? 'test' : 'train';
      const role = `${half}${found.kind === 'labels' ? 'Labels' : 'Images'}` as const;
      if (found.kind === 'labelled') sorted.labelled.push(file);
      const other = sorted.data[role];
      if (other) sorted.refused.push(twice(other.name, file.name, ROLE_WORDS[role]));
      else sorted.data[role] = file;
    } else if (found.kind === 'foreign') {
      sorted.refused.push(`${said(file.name)} is ${found.is}`);
    } else {
      sorted.refused.push(
        `${said(file.name)} is neither a model (.safetensors) nor a picture nor images or labels (IDX files as MNIST's, a table, arrays of NumPy) nor a lesson (.json), and nothing else can be read.`,
      );
    }
  });
  return sorted;
}

function twice(first: string, second: string, role: string): string {
  return `${said(first)} and ${said(second)} are both taken for ${role} by their names: choose each in its place in the data menu.`;
}
