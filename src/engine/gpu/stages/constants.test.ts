/**
 * What browsers' compilers work out before a kernel runs differs: naga (Firefox) refuses a bitcast, and many a builtin, of constants.
 * CONTRIBUTING.md says how to compile every shader with it.
 */
import { expect, test } from 'vitest';
import { PUSH_SLOPE, SLOPE_FLOOR } from '../../../model/backpropagate';
import { ADAM, SGD_MOMENTUM } from '../../../model/optimizer';
import { NO_ANSWER } from '../batch/record';
import { NEVER } from '../device/layout';
import { SHADERS } from './shaders.test-data';

const sources = SHADERS.map(({ name, source }) => [name, source.replace(/\/\/.*/g, '')] as const);

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

/** What a constant is in every shader that has it, each value once. */
const valuesOf = (wanted: string): string[] => [
  ...new Set(
    sources
      .flatMap(([, source]) => constants(source))
      .filter(([name]) => name === wanted)
      .map(([, value]) => value.trim()),
  ),
];

test.each([
  ['never', NEVER],
  ['none', NO_ANSWER],
  ['slope_floor', SLOPE_FLOOR],
  ['push_slope', PUSH_SLOPE],
  ['beta1', ADAM.beta1],
  ['beta2', ADAM.beta2],
  ['epsilon', ADAM.epsilon],
  ['momentum', SGD_MOMENTUM],
])('%s has the same value in every shader as in TypeScript', (name, value) => {
  const found = valuesOf(name).map((text) => Math.fround(Number(text.replace(/u$/, ''))));
  expect(found).toEqual([Math.fround(value)]);
});

test('silence has the bits of the time of a silent neuron', () => {
  const bits = new Uint32Array(Float32Array.of(NEVER).buffer)[0]!;
  const silences = valuesOf('silence');
  expect(silences).toHaveLength(1);
  expect(silences[0]).toContain(`0x${bits.toString(16)}u`);
});
