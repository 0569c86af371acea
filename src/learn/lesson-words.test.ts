/** What holds of the words of all lessons, whoever writes the next. */
import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, expect, test } from 'vitest';
import { langStore } from '../words/lang/lang';
import { LESSONS } from './catalogue';

afterEach(() => langStore.setState({ lang: 'en' }));

/** All sentences of a lesson by their place; what is no sentence (a name, a link, a condition) is left out. */
function sentences(value: unknown, place = ''): [place: string, said: string][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]): [string, string][] => {
    const at = `${place}/${key}`;
    const isSaid = ['title', 'claim', 'do', 'seen', 'say', 'ask', 'because', 'why'].includes(key);
    if (key === 'show') return [];
    return isSaid && typeof inner === 'string' ? [[at, inner]] : sentences(inner, at);
  });
}

test.each(LESSONS.map((shipped) => [shipped.plan.id, shipped] as const))(
  'every sentence of %s has its German one',
  (_, { lesson }) => {
    const english = sentences(lesson());
    langStore.setState({ lang: 'de' });
    const german = new Map(sentences(lesson()));
    expect(english.length).toBeGreaterThan(8);
    // A number alone is the same in both.
    for (const [place, said] of english.filter(([, said]) => /[a-z]/.test(said)))
      expect(german.get(place), place).not.toBe(said);
  },
);

const FOLDER = 'src/learn/lessons';
const files = readdirSync(FOLDER, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name }) =>
    readdirSync(`${FOLDER}/${name}`).map((file) => `${FOLDER}/${name}/${file}`),
  )
  .filter((path) => /\/(en|de)\.ts$/.test(path));

test.each(files)('no figure is written into the sentences of %s: all are put in', (path) => {
  const written = readFileSync(path, 'utf8').replaceAll(/\$\{[^}]*\}/g, '');
  expect(written.match(/[^\n]*\d[.,]\d[^\n]*/g)).toBeNull();
});
