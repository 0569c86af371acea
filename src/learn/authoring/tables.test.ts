import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { tables } from './tables';

test('docs/lessons-tables.md has all conditions, targets and acts as they are (`vitest -u` writes it anew)', async () => {
  await expect(tables).toMatchFileSnapshot('../../../docs/lessons-tables.md');
});

test('the example in docs/lessons.md is the example that is tested', () => {
  const words = readFileSync('docs/lessons.md', 'utf8');
  const example = readFileSync('public/lessons/example.json', 'utf8');
  const [, shown] = /```json\n([\s\S]*?)```/.exec(words)!;
  expect(shown).toBe(example);
});
