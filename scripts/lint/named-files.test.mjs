import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../lib/root.mjs';
import { filesUnder } from '../lib/sources.mjs';
import { missingNames, namesOf } from './named-files.mjs';

/** What a build or a measurement puts there. */
const BUILT = [
  'dist',
  'dist-lib',
  'thread.mjs',
  'nir-thread.mjs',
  'bench/results/gpu-hardware.json',
  'bench/results/gpu-hardware.quick.json',
];

test('every file and folder that a comment or a document names is there', () => {
  const loose = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isFile());
  const rooms = ['src', 'scripts', 'docs', 'bench', 'e2e', 'shaders', 'public', 'examples'];
  const files = [...filesUnder(root, rooms), ...loose.map(({ name }) => name)];
  const there = namesOf([...files, ...BUILT]);
  const missing = files
    .filter((file) => file !== 'scripts/lint/named-files.test.mjs')
    .filter((file) => /\.(ts|tsx|mjs|wgsl|md|css|html)$/.test(file))
    .flatMap((file) => missingNames(file, readFileSync(join(root, file), 'utf8'), there));
  expect(missing).toEqual([]);
});

test('a name that is gone is found in comments and documents, and nowhere else', () => {
  const there = namesOf(['src/model/loss.ts', 'docs/model.md']);
  const found = (path, text) => missingNames(path, text, there);
  expect(found('a.ts', '// as loss.ts says, and src/model/loss.ts, ../model/loss.ts')).toEqual([]);
  expect(found('a.ts', "import { x } from './gone.ts';\nconst y = 'src/gone';")).toEqual([]);
  expect(found('a.ts', 'x();\n/** Written by ../gone.ts. */')).toEqual(['a.ts:2 names gone.ts']);
  expect(found('a.ts', ' * stands in src/gone, src/model')).toEqual(['a.ts:1 names src/gone']);
  expect(found('docs/x.md', 'see [it](../src/gone/loss.ts), COMMAND.json')).toEqual([
    'docs/x.md:1 names src/gone/loss.ts',
  ]);
});
