import { afterEach, expect, test } from 'vitest';
import { langOf, langStore } from './lang';
import { texts } from './texts';

afterEach(() => langStore.setState({ lang: 'en' }));

test('the query names the language, else the choice before, else it is English', () => {
  expect(langOf('?lang=de', 'en')).toBe('de');
  expect(langOf('?engine=cpu&lang=DE-at', null)).toBe('de');
  expect(langOf('', 'de')).toBe('de');
  expect(langOf('', null)).toBe('en');
});

test('a language that the page does not have is none: what was chosen before holds', () => {
  expect(langOf('?lang=fr', 'de')).toBe('de');
  expect(langOf('?lang=', 'klingon')).toBe('en');
});

const WORDS = texts(
  {
    tick: 'right',
    short: (by: string) => `${by} short`,
    group: { one: 'one', two: 'two' },
  },
  { de: { short: (by) => `es fehlen ${by}`, group: { two: 'zwei' } } },
);

test('sentences are in the language in force, those without a translation in English', () => {
  expect(WORDS().short('0.18')).toBe('0.18 short');
  langStore.setState({ lang: 'de' });
  expect(WORDS().short('0.18')).toBe('es fehlen 0.18');
  expect(WORDS().tick).toBe('right');
  expect(WORDS().group).toEqual({ one: 'one', two: 'zwei' });
  expect(WORDS()).toBe(WORDS());
  expect(WORDS('en').group.two).toBe('two');
});
