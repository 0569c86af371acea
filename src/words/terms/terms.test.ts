import { expect, test } from 'vitest';
import { DE } from './de';
import { EN } from './en';
import { GROUPS, TERMS } from './terms';

test('every term stands in the glossary, once', () => {
  expect(Object.values(GROUPS).flat().toSorted()).toEqual(Object.keys(EN).toSorted());
});

test('every term has its sentence in German', () => {
  expect(Object.keys(DE).toSorted()).toEqual(Object.keys(EN).toSorted());
  expect(TERMS('de').theta.says).toMatch(/feuert, wenn sein Potential/);
});

test('sentences are whole, and short enough to be read where the term stands', () => {
  for (const lang of ['en', 'de'] as const) {
    for (const { says } of Object.values(TERMS(lang))) {
      expect(says).toMatch(/^[\p{Lu}∂θ‖].*[.)]$/u);
      expect(says.length, says).toBeLessThan(260);
    }
  }
});
