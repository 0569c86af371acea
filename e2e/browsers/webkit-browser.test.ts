import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openBrowser } from './webkit-browser';

/** A driver that opens no browser on its first starts, as WebKitGTK's now and then, and notes every start. */
const driverThatHangs = (starts: string, hangs: number) => `#!${process.execPath}
const { appendFileSync, readFileSync } = require('node:fs');
appendFileSync(${JSON.stringify(starts)}, process.pid + '\\n');
const start = readFileSync(${JSON.stringify(starts)}, 'utf8').trim().split('\\n').length;
const port = Number(process.argv.find((text) => text.startsWith('--port=')).slice(7));
require('node:http').createServer((request, response) => {
  if (request.method === 'POST' && start <= ${hangs}) return;
  const value = { sessionId: 'a', capabilities: { browserVersion: '2.50' } };
  response.end(JSON.stringify({ value }));
}).listen(port, '127.0.0.1');
`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'driver-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function options(hangs: number) {
  const driver = join(folder, 'driver');
  writeFileSync(driver, driverThatHangs(join(folder, 'starts'), hangs));
  chmodSync(driver, 0o755);
  return { path: 'browser', driver, threads: false, downloads: folder, patience: 500 };
}

const started = () => readFileSync(join(folder, 'starts'), 'utf8').trim().split('\n').map(Number);
const runs = (pid: number) => existsSync(`/proc/${pid}`);

test('a browser that never starts is given up with its driver, and another one is started', async () => {
  const browser = await openBrowser(options(2), ':0');
  expect(browser).toMatchObject({ id: 'a', version: '2.50' });
  expect(started().map(runs)).toEqual([false, false, true]);
  await browser.end();
  expect(started().map(runs)).toEqual([false, false, false]);
});

test('after three that never start, it fails', async () => {
  await expect(openBrowser(options(3), ':0')).rejects.toThrow(/timeout/);
  expect(started().map(runs)).toEqual([false, false, false]);
});
