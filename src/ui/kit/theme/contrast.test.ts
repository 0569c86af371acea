import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parseHex } from './colour';
import { contrast } from './contrast.test-data';

type Tokens = Record<string, string>;

/** What each rule of the theme sets, by what stands before it: its media query, and its selector. */
function rules(): Map<string, Tokens> {
  const sheet = readFileSync(new URL('./theme.css', import.meta.url), 'utf8');
  const found = new Map<string, Tokens>();
  let media = '';
  let selector: string | null = null;
  for (const line of sheet.split('\n')) {
    const opens = /^(\s*)(\S.*) \{$/.exec(line);
    if (opens && opens[2]!.startsWith('@media')) media = opens[2]!;
    else if (opens) selector = `${media} ${opens[2]!}`.trim();
    const token = /^\s+--([a-z]+): (#[0-9a-f]{6});$/.exec(line);
    if (token && selector) {
      found.set(selector, { ...found.get(selector), [token[1]!]: token[2]! });
    }
    if (line === '}') media = '';
  }
  return found;
}

const all = rules();
const light = all.get(':root')!;
const dark = { ...light, ...all.get(":root[data-theme='dark']")! };
const of = (media: string, selector: string) => all.get(`@media ${media} ${selector}`)!;
const NOT_LIGHT = ":root:not([data-theme='light'])";
const THEMES: Record<string, Tokens> = { light, dark };
for (const asked of ['more', 'less']) {
  const media = `(prefers-contrast: ${asked})`;
  THEMES[`${asked}, light`] = { ...light, ...of(media, ':root') };
  THEMES[`${asked}, dark`] = { ...dark, ...of(media, ":root[data-theme='dark']") };
}

const TEXTS = ['ink', 'soft', 'excitatory', 'inhibitory', 'good', 'bad', 'focus'];

it.each(Object.entries(THEMES))('text and controls are seen on every ground: %s', (name, theme) => {
  const text = name.startsWith('more') ? 7 : 4.5;
  for (const ground of ['ground', 'panel', 'well']) {
    const against = (token: string) => contrast(parseHex(theme[token]!), parseHex(theme[ground]!));
    for (const token of TEXTS)
      expect(against(token), `${token} on ${ground}`).toBeGreaterThan(text);
    expect(against('control'), `control on ${ground}`).toBeGreaterThan(text === 7 ? 7 : 3);
    // Where more is asked for, what parts things is seen, too.
    if (text === 7) {
      expect(against('line'), `line on ${ground}`).toBeGreaterThan(3);
      expect(against('edge'), `edge on ${ground}`).toBeGreaterThan(4.5);
    }
  }
});

it('has one dark, whether the system or a person chose it', () => {
  const dark = '(prefers-color-scheme: dark)';
  expect(of(dark, NOT_LIGHT)).toEqual(all.get(":root[data-theme='dark']"));
  for (const asked of ['more', 'less']) {
    const media = `(prefers-contrast: ${asked})`;
    expect(of(`${media} and ${dark}`, NOT_LIGHT)).toEqual(of(media, ":root[data-theme='dark']"));
  }
});
