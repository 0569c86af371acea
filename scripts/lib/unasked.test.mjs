import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { nothingUnasked, unasked } from './unasked.mjs';

test('files that nothing names, and fonts that browsers pass over, are unasked for', () => {
  const folder = mkdtempSync(join(tmpdir(), 'unasked-'));
  try {
    for (const name of ['assets', 'licences', 'models']) mkdirSync(join(folder, name));
    const write = (name, text = '') => writeFileSync(join(folder, name), text);
    write('index.html', '<script src="./assets/a-1.js"></script>');
    write('404.html');
    write('licences/one.txt');
    write('assets/a-1.js', 'import("./b-2.js"); fetch("models/index.json")');
    write('assets/b-2.js', '"./b-2.css"');
    write('assets/b-2.css', 'url(./f-3.woff2) url(./f-3.woff)');
    write('assets/f-3.woff2');
    write('models/index.json', '{"name":"one"}');
    write('models/one.safetensors');
    expect(unasked(folder)).toEqual([]);
    write('assets/f-3.woff');
    write('assets/lone-4.js', 'lone-4.js');
    write('models/two.safetensors');
    expect(unasked(folder)).toEqual([
      'assets/f-3.woff',
      'assets/lone-4.js',
      'models/two.safetensors',
    ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('of the sources of a font the first stays, WOFF2', () => {
  const { handler } = nothingUnasked().transform;
  expect(
    handler(
      '@font-face{src:url(f/A.woff2) format("woff2"),url(f/A.woff) format("woff"),url(f/A.ttf) format("truetype")}',
    ),
  ).toBe('@font-face{src:url(f/A.woff2) format("woff2")}');
});
