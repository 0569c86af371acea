/** What docs/library.md shows is what the tested example does. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DEFAULT_TRAINING } from '../model/training';

const read = (name: string): string =>
  readFileSync(join(import.meta.dirname, '../..', name), 'utf8');

test("the code in docs/library.md is the example page's", () => {
  const [, script] = /<script type="module">\n(.*?)\n +<\/script>/s.exec(
    read('examples/library/index.html'),
  )!;
  const [, shown] = /```js\n(.*?)\n```/s.exec(read('docs/library.md'))!;
  expect(shown).toBe(script!.replaceAll(/^ {6}/gm, ''));
});

test('docs/library.md names all that can be called, and every setting', () => {
  const text = read('docs/library.md');
  const calls = [...read('src/lib/model.ts').matchAll(/^ {2}(\w+)\(/gm)].map(([, name]) => name);
  expect(calls).toEqual(['classify', 'spikeTimes', 'train', 'stop', 'save', 'dispose']);
  for (const name of calls) expect(text).toContain(`model.${name}(`);
  for (const name of ['loadModel(', 'newModel(']) expect(text).toContain(name);
  for (const key of Object.keys(DEFAULT_TRAINING)) expect(text).toContain(`\`${key}\``);
});
