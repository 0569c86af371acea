/** The linter does not read AssemblyScript: what it holds elsewhere about imports is held here. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const folder = new URL('./wasm/', import.meta.url);

/** What every file imports, by name. */
function importsOf(): Map<string, string[]> {
  const files = readdirSync(folder).filter((file) => file.endsWith('.ts'));
  return new Map(
    files.map((file) => [
      file.replace(/\.ts$/, ''),
      [...readFileSync(new URL(file, folder), 'utf8').matchAll(/\bfrom '(.*?)'/g)].map(([, from]) =>
        from!.replace(/^\.\//, ''),
      ),
    ]),
  );
}

/** Circles as the files on their way, the first one again at the end. */
function circles(imports: Map<string, string[]>): string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const visit = (file: string, way: string[]): void => {
    if (way.includes(file)) found.push([...way.slice(way.indexOf(file)), file].join(' -> '));
    if (way.includes(file) || done.has(file)) return;
    for (const next of imports.get(file) ?? []) visit(next, [...way, file]);
    done.add(file);
  };
  for (const file of imports.keys()) visit(file, []);
  return found;
}

test('circles are found', () => {
  const imports = new Map([
    ['a', ['b', 'd']],
    ['b', ['c']],
    ['c', ['b', 'd']],
    ['d', []],
  ]);
  expect(circles(imports)).toEqual(['b -> c -> b']);
});

test('AssemblyScript imports itself alone, and in no circle', () => {
  const imports = importsOf();
  expect(imports.get('kernels')).toContain('layout');
  for (const from of imports.values())
    for (const file of from) expect(imports.has(file), file).toBe(true);
  expect(circles(imports)).toEqual([]);
});
