import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeWhole } from './write-whole.mjs';

let folder;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mtspike-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('takes away what killed processes left of the file, and nothing else', () => {
  // Larger than any process number that systems give.
  for (const name of ['.a.4194305.part', `.a.${process.ppid}.part`, '.b.4194305.part'])
    writeFileSync(join(folder, name), 'half');
  writeWhole(join(folder, 'a'), 'whole');
  expect(readdirSync(folder).toSorted()).toEqual(
    [`.a.${process.ppid}.part`, '.b.4194305.part', 'a'].toSorted(),
  );
  expect(readFileSync(join(folder, 'a'), 'utf8')).toBe('whole');
});

test('leaves nothing where it cannot write', () => {
  mkdirSync(join(folder, 'a'));
  expect(() => writeWhole(join(folder, 'a'), 'whole')).toThrow(
    /EISDIR|EPERM|ENOTDIR|EEXIST|ENOTEMPTY/,
  );
  expect(readdirSync(folder)).toEqual(['a']);
});
