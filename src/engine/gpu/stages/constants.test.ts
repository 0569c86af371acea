/**
 * What browsers' compilers work out before a kernel runs differs: naga (Firefox) refuses a bitcast, and many a builtin, of constants.
 * CONTRIBUTING.md says how to compile every shader with it.
 */
import { expect, test } from 'vitest';
import { NEVER } from './layout';
import { SHADERS } from './shaders';

const sources = Object.entries(SHADERS).map(
  ([name, { source }]) => [name, source.replace(/\/\/.*/g, '')] as const,
);

/** Names of types are also those of their constructors. */
const CONSTRUCTOR = /^(?:[fiu]32|bool|vec[234]|array)$/;

/** `const name = expression;` of a shader, within functions too. */
const constants = (source: string): [string, string][] =>
  [...source.matchAll(/\bconst\s+(\w+)[^=;]*=([^;]*);/g)].map(([, name, value]) => [name!, value!]);

/** What a call of `bitcast` takes. */
function* bitcasts(source: string): Generator<string> {
  for (const { index, 0: start } of source.matchAll(/\bbitcast<.*?>\(/g)) {
    const from = index + start.length;
    let end = from;
    for (let open = 1; open > 0; end++) open += { '(': 1, ')': -1 }[source[end]!] ?? 0;
    yield source.slice(from, end - 1);
  }
}

test.each(sources)('constants of %s.wgsl are made of numbers and constructors', (_, source) => {
  for (const [, value] of constants(source))
    for (const [, called] of value.matchAll(/\b(\w+)\s*(?:<[^>]*>)?\s*\(/g))
      expect(called).toMatch(CONSTRUCTOR);
});

test.each(sources)('%s.wgsl makes no bitcast of a constant', (_, source) => {
  const known = new Set(constants(source).map(([name]) => name));
  for (const argument of bitcasts(source)) {
    const names = argument.match(/(?<![\w.])[a-zA-Z_]\w*/g) ?? [];
    const unknown = names.filter((name) => !known.has(name) && !CONSTRUCTOR.test(name));
    expect(unknown, `bitcast(${argument})`).not.toEqual([]);
  }
});

test('silence has the bits of the time of a silent neuron', () => {
  const bits = new Uint32Array(Float32Array.of(NEVER).buffer)[0]!;
  const silences = sources
    .flatMap(([, source]) => constants(source))
    .filter(([name]) => name === 'silence');
  expect(silences).toHaveLength(3);
  for (const [, value] of silences) expect(value).toContain(`0x${bits.toString(16)}u`);
});
