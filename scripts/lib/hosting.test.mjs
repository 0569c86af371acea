import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { preview } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { brotliDecompressSync } from 'node:zlib';
import { compress } from './compressed.mjs';
import { headers, hosting, POLICY } from './hosting.mjs';
import { root as project } from './root.mjs';

const LARGE = 'export const text = "again and again";\n'.repeat(100);

let root;
let server;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'hosting-'));
  mkdirSync(join(root, 'dist/assets'), { recursive: true });
  writeFileSync(join(root, 'dist/index.html'), '<title>the page</title>');
  writeFileSync(join(root, 'dist/assets/part.js'), 'export {};');
  writeFileSync(join(root, 'dist/assets/large.js'), LARGE);
  await compress(join(root, 'dist'));
  writeFileSync(join(root, 'secret.json'), 'secret');
  writeFileSync(join(root, 'secret.json.br'), 'secret');
  server = await preview({
    root,
    configFile: false,
    logLevel: 'silent',
    plugins: [hosting()],
    preview: { host: '127.0.0.1', port: 0, headers },
  });
});

afterAll(async () => {
  await server.close();
  rmSync(root, { recursive: true });
});

/** The address goes out as it is written, dots and all. */
const get = (path, host = '127.0.0.1', more = {}) =>
  new Promise((resolve, reject) => {
    const { port } = server.httpServer.address();
    const sent = request(
      { host: '127.0.0.1', port, path, headers: { host, ...more } },
      (response) => {
        const pieces = [];
        response.on('data', (piece) => void pieces.push(piece));
        response.on('end', () => {
          const bytes = Buffer.concat(pieces);
          resolve({ code: response.statusCode, all: response.headers, bytes, text: String(bytes) });
        });
      },
    );
    sent.on('error', reject);
    sent.end();
  });

test('page and parts come with their headers, and so does what is missing or not modified', async () => {
  const { etag } = (await get('/assets/part.js')).all;
  for (const [path, code, asked] of [
    ['/', 200],
    ['/?engine=cpu', 200],
    ['/assets/part.js', 200],
    ['/assets/part.js', 304, { 'if-none-match': etag }],
    ['/assets/gone.js', 404],
  ]) {
    const answer = await get(path, undefined, asked);
    expect(answer.code, path).toBe(code);
    expect(answer.all, path).toMatchObject({
      'content-security-policy': POLICY,
      'access-control-allow-origin': '*',
      'cross-origin-embedder-policy': 'require-corp',
      'cross-origin-resource-policy': 'cross-origin',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    });
  }
  expect(POLICY).toContain("; script-src 'self' 'wasm-unsafe-eval'; ");
});

test('a file goes out as Brotli to whoever takes it, with the same headers; to others as it is', async () => {
  const path = '/assets/large.js';
  const packed = await get(path, undefined, { 'accept-encoding': 'gzip, deflate, br, zstd' });
  expect(packed.all).toMatchObject({
    'content-encoding': 'br',
    'content-type': 'text/javascript;charset=utf-8',
    'cross-origin-embedder-policy': 'require-corp',
    vary: 'Accept-Encoding',
  });
  expect(packed.bytes.length).toBeLessThan(LARGE.length / 10);
  expect(String(brotliDecompressSync(packed.bytes))).toBe(LARGE);
  const known = { 'accept-encoding': 'br', 'if-none-match': packed.all.etag };
  expect(await get(path, undefined, known)).toMatchObject({ code: 304, text: '' });
  for (const accepted of [undefined, 'identity', 'br;q=0', 'brotli']) {
    const more = accepted === undefined ? {} : { 'accept-encoding': accepted };
    const { all, text } = await get(path, undefined, more);
    expect(all['content-encoding'], accepted).toBeUndefined();
    expect(text).toBe(LARGE);
  }
  const gzip = await get(path, undefined, { 'accept-encoding': 'gzip' });
  expect(gzip.all['content-encoding']).toBe('gzip');
  // Small ones travel as they are.
  const small = await get('/assets/part.js', undefined, { 'accept-encoding': 'br' });
  expect(small).toMatchObject({ code: 200, text: 'export {};' });
});

test('what is not there is not the page, but for links whose # was encoded', async () => {
  for (const path of ['/assets/gone.js', '/models/gone.json', '/src/ui/main.tsx', '/admin']) {
    expect(await get(path), path).toMatchObject({ code: 404, text: 'Not found.\n' });
  }
  expect(await get('/%23v=1&layers=20-10')).toMatchObject({ code: 200 });
});

test('nothing outside of the built page is given out, and nothing to other hosts', async () => {
  for (const path of [
    '/../secret.json',
    '/%2e%2e/secret.json',
    '/..%2fsecret.json',
    '/assets/..%5c..%5c..%5csecret.json',
    '/assets/../../secret.json',
    `/@fs${root}/secret.json`,
    '//secret.json',
  ]) {
    const { code, text } = await get(path, undefined, { 'accept-encoding': 'br' });
    expect([400, 403, 404], path).toContain(code);
    expect(text, path).not.toContain('secret');
  }
  for (const host of ['evil.example', '127.0.0.1.evil.example']) {
    expect((await get('/', host)).code, host).toBe(403);
    const packed = await get('/assets/large.js', host, { 'accept-encoding': 'br' });
    expect(packed.code, host).toBe(403);
  }
});

test('the examples for hosts send the same headers', () => {
  const { 'Content-Security-Policy': _, ...sent } = headers;
  const example = (name) => readFileSync(join(project, 'examples/hosting', name), 'utf8');
  for (const [name, value] of Object.entries(sent)) {
    expect(example('_headers')).toContain(`\n  ${name}: ${value}\n`);
    expect(example('nginx.conf')).toContain(`\n  add_header ${name} ${value} always;\n`);
    expect(readFileSync(join(project, 'docs/hosting.md'), 'utf8')).toContain(
      `\`${name}: ${value}\``,
    );
  }
});
