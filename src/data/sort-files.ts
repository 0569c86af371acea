/** What people drop or choose, sorted: by what the files are, and by their names where that leaves a choice. */
import { said } from '../model/said';
import { blobSource } from './byte-source';
import { isData, KIND_BYTES, kindOf } from './file-kind';
import { headOf } from './gunzip';
import type { OwnFiles } from './own-files';
import { isTestName } from './test-name';

export interface SortedFiles {
  model: File | null;
  data: OwnFiles;
  /** Those among them that bring their labels along. */
  labelled: File[];
  /** A sentence for each file that cannot be used. */
  refused: string[];
}

const ROLE_WORDS: Record<keyof OwnFiles, string> = {
  trainImages: 'training images',
  trainLabels: 'training labels',
  testImages: 'test images',
  testLabels: 'test labels',
};

export async function sortFiles(files: readonly File[]): Promise<SortedFiles> {
  const sorted: SortedFiles = { model: null, data: {}, labelled: [], refused: [] };
  const kinds = await Promise.all(
    files.map((file) => headOf(blobSource(file), KIND_BYTES).then(kindOf)),
  );
  files.forEach((file, n) => {
    const found = kinds[n]!;
    if (found.kind === 'model' || /\.(safetensors|nir)$/i.test(file.name)) {
      sorted.model = file;
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
        `${said(file.name)} is neither a model (.safetensors) nor images or labels (IDX files as MNIST's, a table, arrays of NumPy) nor a lesson (.json), and nothing else can be read.`,
      );
    }
  });
  return sorted;
}

function twice(first: string, second: string, role: string): string {
  return `${said(first)} and ${said(second)} are both taken for ${role} by their names: choose each in its place in the data menu.`;
}
