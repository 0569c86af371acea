import { expect, test } from 'vitest';
import { filesOf } from './take-files';

const file = (name: string): FileSystemEntry => {
  const entry: Partial<FileSystemFileEntry> = {
    name,
    isFile: true,
    isDirectory: false,
    file: (found) => found(new File([name], name)),
  };
  return entry as FileSystemEntry;
};

/** Browsers tell of a folder a hundred entries at a time, then of none. */
const folder = (name: string, entries: FileSystemEntry[]): FileSystemEntry => {
  const entry: Partial<FileSystemDirectoryEntry> = {
    name,
    isFile: false,
    isDirectory: true,
    createReader() {
      const left = [...entries];
      const reader: Partial<FileSystemDirectoryReader> = {
        readEntries: (found) => found(left.splice(0, 100)),
      };
      return reader as FileSystemDirectoryReader;
    },
  };
  return entry as FileSystemEntry;
};

test('of a folder that is dropped every file comes, by its path; what begins with a dot does not', async () => {
  const many = Array.from({ length: 250 }, (_, n) => file(`${n}.png`));
  const faces = folder('faces', [
    folder('smile', many),
    folder('frown', [file('a.png'), file('.DS_Store')]),
    folder('.git', [file('HEAD')]),
  ]);
  const found = await filesOf([faces, null, file('b.png')], []);
  const paths = found.map(({ path }) => path);
  expect(paths).toHaveLength(252);
  expect(paths).toContain('faces/smile/249.png');
  expect(paths.slice(-2)).toEqual(['faces/frown/a.png', 'b.png']);
  expect(found[0]!.file.name).toBe('0.png');
});

test('files alone, and browsers that know no entries, give the files of the event', async () => {
  const given = new File(['x'], 'c.png');
  for (const entries of [[], [null], [file('c.png')]])
    expect(await filesOf(entries, [given])).toEqual([{ path: 'c.png', file: given }]);
});
