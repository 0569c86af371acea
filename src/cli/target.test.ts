import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createFolder, type Folder } from './fixture';
import { openTarget } from './target';

let folder: Folder;
beforeEach(() => {
  folder = createFolder();
});
afterEach(() => folder.remove());

/** Larger than any process number that systems give. */
const GONE = 4_194_305;

test('takes away what killed processes left of this file, and nothing else', async () => {
  const left = [`.model.${GONE}.part`, `.model.${process.pid}.part`];
  const kept = [
    // This test's parent is at work.
    `.model.${process.ppid}.part`,
    `.other.${GONE}.part`,
    `model.${GONE}.part`,
    `.model.${GONE}`,
    `.model.x.part`,
    `.model.0${GONE}.part`,
  ];
  for (const name of [...left, ...kept]) writeFileSync(folder.file(name), 'half');
  const target = await openTarget(folder.path, 'model');
  expect(left.filter((name) => existsSync(folder.file(name)))).toEqual([]);
  expect(kept.filter((name) => existsSync(folder.file(name)))).toEqual(kept);
  await target.write(Uint8Array.of(1, 2, 3));
  expect([...readFileSync(folder.file('model'))]).toEqual([1, 2, 3]);
  expect(existsSync(folder.file(left[1]!))).toBe(false);
});

test('leaves no trace where nothing is written', async () => {
  const before = readdirSync(folder.path);
  await openTarget(folder.path, 'model');
  expect(readdirSync(folder.path)).toEqual(before);
});

test('says before the work begins that a file cannot be written', async () => {
  const long = 'n'.repeat(254);
  const sentence = (name: string): Promise<string> =>
    openTarget(folder.path, name).then(
      () => 'opened',
      (error: Error) => error.message,
    );
  expect(await sentence(long)).toMatch(/n… cannot be written: its name is too long\.$/);
  expect(await sentence('new/')).toBe('new/ cannot be written: it names a folder, not a file.');
  expect(await sentence('text/model')).toBe(
    'text/model cannot be written: a part of its path is no folder.',
  );
});
