import fc from 'fast-check';
import { expect, test } from 'vitest';
import { JsonError, parseJson } from './strict-json';

const failure = (text: string, depth = 8): string => {
  try {
    parseJson(text, depth);
  } catch (error) {
    if (error instanceof JsonError) return error.message;
    throw error;
  }
  return '';
};

test('valid JSON is read as JSON.parse reads it', () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      expect(parseJson(text, 100)).toEqual(JSON.parse(text));
    }),
    { seed: 1, numRuns: 500 },
  );
});

test('what is no JSON is said to be none', () => {
  for (const text of [
    '',
    '{',
    '}',
    '{"a"',
    '{"a":1,}',
    '"a',
    '{"\\x":1}',
    ']]]',
    'nothing',
    '"\\',
  ]) {
    expect(failure(text)).toBe('is not valid JSON');
  }
});

test('a key twice in one object is refused, however it is written', () => {
  const words = 'says "a" twice in one place';
  for (const text of ['{"a":1,"a":2}', '{"a":1,"\\u0061" : 2}', '[{"b":{"a":1,"a":1}}]']) {
    expect(failure(text)).toBe(words);
  }
  for (const text of ['{"a":{"a":1},"b":{"a":"a"}}', '["a","a"]', '{"a":"\\"a\\":","b":"\\\\"}']) {
    expect(failure(text)).toBe('');
  }
});

test('depth is bounded', () => {
  expect(failure('[[[[[[[[]]]]]]]]')).toBe('');
  expect(failure('['.repeat(1_000_000))).toBe('is nested deeper than the 8 levels that are read');
  expect(failure('{"a":'.repeat(9))).toContain('nested deeper');
});
