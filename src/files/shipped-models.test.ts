import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readCards } from './shipped-models';

const text = readFileSync('public/models/index.json', 'utf8');
const entries = JSON.parse(text) as Record<string, unknown>[];

describe('readCards', () => {
  it('reads the list that is shipped', () => {
    const cards = readCards(text);
    expect(cards.map((c) => c.name)).toContain('784-128-10');
    expect(cards[0]).toMatchObject({
      name: entries[0]!.name,
      testAccuracy: entries[0]!.test_accuracy,
      testImages: 10_000,
    });
  });

  it.each([
    ['', /damaged/],
    ['{}', /damaged/],
    ['[null]', /no name/],
    [JSON.stringify([{ ...entries[0], weights: 'many' }]), /no weights/],
    [JSON.stringify([{ ...entries[0], name: '../secret' }]), /cannot be a name/],
  ])('refuses %s', (bad, words) => {
    expect(() => readCards(bad)).toThrow(words);
  });
});
