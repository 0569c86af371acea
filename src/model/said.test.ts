import { expect, test } from 'vitest';
import { MOST_SAID, said } from './said';

test('what can be seen is repeated as it is', () => {
  for (const text of ['', 'my model (2).safetensors', 'Ziffern für Großmutter', '手書き', '👩‍👧']) {
    expect(said(text)).toBe(text);
  }
});

test('controls are shown as symbols', () => {
  expect(said('\u001b[31mred\u0007\u0000\n')).toBe('␛[31mred␇␀␊');
  expect(said('\u007f\u009b\u2028')).toBe('␡\ufffd\ufffd');
});

test('marks that turn the writing round or are not seen are shown', () => {
  expect(said('gpj.\u202esrotnesnart')).toBe('gpj.\ufffdsrotnesnart');
  expect(said('a\ud800b\u200bc')).toBe('a\ufffdb\ufffdc');
});

test('a megabyte is cut to eighty characters, never within one', () => {
  expect(said('x'.repeat(80))).toBe('x'.repeat(80));
  expect(said('x'.repeat(81))).toBe(`${'x'.repeat(79)}…`);
  expect(said('x'.repeat(1_000_000))).toHaveLength(MOST_SAID);
  const emoji = said('👍'.repeat(1000));
  expect(Array.from(emoji)).toHaveLength(MOST_SAID);
  expect(emoji).toBe(`${'👍'.repeat(79)}…`);
  expect(said('abcdef', 4)).toBe('abc…');
});
