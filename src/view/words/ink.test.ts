/** What a pixel holds is called ink, and paper what holds none: bright and dark would change places between light and dark themes. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const files = ['src/ui', 'src/view', 'src/words', 'src/session'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /(?<!\.test|test-data)\.tsx?$/.test(name))
    .map((name) => join(folder, name)),
);

test('no sentence of the page calls ink bright, dark or lit', () => {
  expect(files.length).toBeGreaterThan(300);
  const found = files.flatMap((file) =>
    readFileSync(file, 'utf8')
      .replaceAll(/\/\*[^]*?\*\/|(?<=^|\s)\/\/.*/g, '')
      .split('\n')
      .filter((line) =>
        /\bbright|\bdarker|\bdark ones|\b(is|are|all|each) lit\b|\blit pixel/i.test(line),
      )
      .map((line) => `${file}: ${line.trim()}`),
  );
  expect(found).toEqual([]);
});
