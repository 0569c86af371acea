import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { filesUnder, hashOf } from './sources.mjs';

let folder;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mt-spike-'));
  mkdirSync(join(folder, 'src/deep'), { recursive: true });
  writeFileSync(join(folder, 'src/deep/a.ts'), 'a');
  writeFileSync(join(folder, 'src/b.ts'), 'b');
  writeFileSync(join(folder, 'index.html'), 'page');
});

afterEach(() => rmSync(folder, { recursive: true }));

const hash = () => hashOf(folder, ['src', 'index.html', 'missing']);

test('lists files in folders of folders, sorted; what is missing has none', () => {
  expect(filesUnder(folder, ['src', 'index.html', 'missing'])).toEqual([
    'index.html',
    'src/b.ts',
    'src/deep/a.ts',
  ]);
});

test('packages that are installed in a folder are none of its files', () => {
  mkdirSync(join(folder, 'src/node_modules/x'), { recursive: true });
  writeFileSync(join(folder, 'src/node_modules/x/index.js'), 'x');
  expect(filesUnder(folder, ['src'])).toEqual(['src/b.ts', 'src/deep/a.ts']);
});

test('the hash changes with a content, a name and a new file, and only then', () => {
  const first = hash();
  expect(hash()).toBe(first);

  writeFileSync(join(folder, 'src/b.ts'), 'B');
  expect(hash()).not.toBe(first);
  writeFileSync(join(folder, 'src/b.ts'), 'b');
  expect(hash()).toBe(first);

  renameSync(join(folder, 'src/b.ts'), join(folder, 'src/c.ts'));
  expect(hash()).not.toBe(first);
  renameSync(join(folder, 'src/c.ts'), join(folder, 'src/b.ts'));

  writeFileSync(join(folder, 'src/new.ts'), '');
  expect(hash()).not.toBe(first);
});

test('tests are no part of what is built', () => {
  const first = hash();
  writeFileSync(join(folder, 'src/b.test.ts'), 'b');
  expect(hash()).toBe(first);
});
