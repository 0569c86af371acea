import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { takeTypes } from './take-types.mjs';

test('declarations are taken with all that they name, by names with an ending, and no others', () => {
  const folder = mkdtempSync(join(tmpdir(), 'take-types-'));
  try {
    mkdirSync(join(folder, 'all/a'), { recursive: true });
    const write = (name, text) => writeFileSync(join(folder, 'all', name), text);
    write('a/index.d.ts', "export { b } from '../b';\nexport type C = import('./c').C;\n");
    write('b.d.ts', "import type { C } from './a/c';\nexport declare const b: C;\n");
    write('a/c.d.ts', 'export interface C {}\n');
    write('a/other.d.ts', 'export type Other = GPU;\n');
    takeTypes(join(folder, 'all'), 'a/index.d.ts', join(folder, 'taken'));
    const taken = (name) => readFileSync(join(folder, 'taken', name), 'utf8');
    expect(taken('a/index.d.ts')).toBe(
      "export { b } from '../b.js';\nexport type C = import('./c.js').C;\n",
    );
    expect(taken('b.d.ts')).toContain("from './a/c.js'");
    expect(taken('a/c.d.ts')).toBe('export interface C {}\n');
    expect(existsSync(join(folder, 'taken/a/other.d.ts'))).toBe(false);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
