/** By hand, since the package wants a newer Node than this project (it runs on 20 all the same) and few have looked at it. */
import { expect, test } from 'vitest';
import { SHADERS } from '../../src/engine/gpu/stages/shaders.test-data';

/** What is used of the package. */
interface Naga {
  /** @throws an error that shows the line and the place */
  parseWgsl(source: string): object;
  validate(module: object): object;
}

// Not a literal, so that neither compiler nor bundler asks for a package that may be missing.
const name = 'naga-wasm';
const naga = await (import(/* @vite-ignore */ name) as Promise<Naga>).catch(() => {
  throw new Error('These tests need naga: npm install --no-save naga-wasm@30.1.0');
});

test.each(SHADERS.map(({ name, source }) => [name, source]))('%s compiles', (_, source) => {
  expect(() => naga.validate(naga.parseWgsl(source))).not.toThrow();
});
