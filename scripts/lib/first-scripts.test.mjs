import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { firstScripts } from './first-scripts.mjs';

/** A page whose parts share modules with a part that comes later and with another page. */
const SOURCES = {
  'index.html':
    '<!doctype html><html><head></head><body><script type="module" src="./main.js"></script></body></html>',
  'other.html':
    '<!doctype html><html><head></head><body><script type="module" src="./other.js"></script></body></html>',
  'early.js': 'export const asked = fetch("model");',
  'one.js': 'export const one = (n) => n + globalThis.one;',
  'two.js': 'import { one } from "./one.js"; export const two = (n) => one(n) * globalThis.two;',
  'both.js': 'export const both = (n) => n - globalThis.both;',
  'later.js': 'import { one } from "./one.js"; export const later = one(globalThis.later);',
  'other.js': 'import { both } from "./both.js"; console.log(both(1));',
  'main.js':
    'import { asked } from "./early.js"; import { two } from "./two.js"; import { both } from "./both.js";' +
    'console.log(asked, two(1), both(2)); import("./later.js").then(({ later }) => console.log(later));',
};

let root;
beforeAll(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'first-scripts-')));
  for (const [name, source] of Object.entries(SOURCES)) writeFileSync(join(root, name), source);
});
afterAll(() => rmSync(root, { recursive: true }));

test('all that the page needs at once is in one file, compiled ahead, and what is early starts by itself', async () => {
  const first = firstScripts({ entry: /main\.js$/, others: /other\.js$/, early: /early\.js$/ });
  const { output } = await build({
    root,
    configFile: false,
    logLevel: 'silent',
    plugins: [first.plugin],
    build: {
      write: false,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: [join(root, 'index.html'), join(root, 'other.html')],
        output: { codeSplitting: { groups: first.groups } },
      },
    },
  });
  const chunk = (name) => output.find((file) => file.type === 'chunk' && file.name === name);
  const modules = chunk('page').moduleIds.map((id) => id.replace(/.*[\\/]/, ''));
  expect(modules).toEqual(expect.arrayContaining(['one.js', 'two.js']));
  // The other page is not to load this one's.
  expect(modules).not.toContain('both.js');
  expect(chunk('page').code).toMatch(/^\/\/# allFunctionsCalledOnLoad\n/);
  expect(chunk('early').imports).toEqual([]);

  const html = (name) => String(output.find((file) => file.fileName === name).source);
  const tags = [...html('index.html').matchAll(/<script [^>]*>/g)].map(([tag]) => tag);
  expect(tags).toHaveLength(2);
  expect(tags[0]).toContain('async');
  expect(tags[0]).toContain(chunk('early').fileName);
  expect(html('other.html')).not.toContain(chunk('early').fileName);
});
