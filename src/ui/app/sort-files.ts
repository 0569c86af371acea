/** What people drop on the page: model files and data files, told apart by name. */
import type { OwnFiles } from '../../session/own-files';

export interface SortedFiles {
  model: File | null;
  data: OwnFiles;
  /** Names of files that are neither. */
  unknown: string[];
}

/** MNIST's own names are the pattern: train-images-idx3-ubyte, t10k-labels-idx1-ubyte.gz, test-images.idx3. */
export function dataRoleOf(name: string): keyof OwnFiles | null {
  const lower = name.toLowerCase();
  const part = /image|idx3/.test(lower) ? 'Images' : /label|idx1/.test(lower) ? 'Labels' : null;
  if (!part) return null;
  return `${/t10k|test|valid/.test(lower) ? 'test' : 'train'}${part}`;
}

export function sortFiles(files: readonly File[]): SortedFiles {
  const sorted: SortedFiles = { model: null, data: {}, unknown: [] };
  for (const file of files) {
    const role = dataRoleOf(file.name);
    if (file.name.toLowerCase().endsWith('.safetensors')) sorted.model = file;
    else if (role) sorted.data[role] = file;
    else sorted.unknown.push(file.name);
  }
  return sorted;
}
