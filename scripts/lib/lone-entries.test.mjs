import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import page from '../../vite.config';
import { loneEntries } from './lone-entries.mjs';

/** A worker whose entry and lazy part share a class, as the engine's worker does. */
const SOURCES = {
  'shared.js': 'export class Shared extends Error { name = "Shared"; }',
  'lazy.js': 'import { Shared } from "./shared.js"; export const fail = () => new Shared("no");',
  'worker.js':
    'import { Shared } from "./shared.js";' +
    'addEventListener("message", async () => postMessage((await import("./lazy.js")).fail() instanceof Shared));',
  'main.js': 'new Worker(new URL("./worker.js", import.meta.url), { type: "module" });',
};

let root;
beforeAll(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'lone-entries-')));
  for (const [name, source] of Object.entries(SOURCES)) writeFileSync(join(root, name), source);
});
afterAll(() => rmSync(root, { recursive: true }));

/** The files of a build of `main.js`, by name. */
async function built(worker) {
  const { output } = await build({
    root,
    configFile: false,
    logLevel: 'silent',
    worker,
    build: { write: false, rolldownOptions: { input: join(root, 'main.js') } },
  });
  return new Map(output.map((file) => [file.fileName, String(file.code ?? file.source)]));
}

test("the page's build keeps what a worker's chunks share out of its entry", async () => {
  const files = await built(page.worker);
  const entry = [...files.keys()].find((name) => /worker-/.test(name)).replace(/.*\//, '');
  const importers = [...files].filter(([, code]) => code.includes(entry));
  // The page, which starts it.
  expect(importers.map(([name]) => name.replace(/.*\/|-.*/g, ''))).toEqual(['main']);
  expect([...files.keys()].filter((name) => /lazy-/.test(name))).toHaveLength(1);
});

test('a build in which a chunk imports an entry fails', async () => {
  const { options: _, ...alone } = loneEntries();
  await expect(built({ format: 'es', plugins: () => [alone] })).rejects.toThrow(
    /lazy-\S+\.js: imports \S+worker-\S+\.js, the entry of a worker/,
  );
});
