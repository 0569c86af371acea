import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { imageFile } from '../data/idx.test-data';
import { bars, createFolder, SIDE, TRAIN_LINE, type Folder } from './fixture';

/** The commands as processes of their own: streams, signals and exit codes are real. Building them may take some seconds. */
const PROGRAM = fileURLToPath(new URL('../../scripts/mtspike.mjs', import.meta.url));

let folder: Folder;
beforeAll(async () => {
  folder = createFolder();
  const many = bars(20_000, 4).images;
  writeFileSync(folder.file('many'), imageFile(20_000, SIDE, SIDE, many));
  await finish(start(`${TRAIN_LINE} --out model`));
}, 120_000);
afterAll(() => folder.remove());

function start(line: string, out: 'pipe' | number = 'pipe'): ChildProcess {
  return spawn(process.execPath, [PROGRAM, ...line.split(' ')], {
    cwd: folder.path,
    stdio: ['ignore', out, 'pipe'],
  });
}

async function finish(child: ChildProcess): Promise<{ code: number; out: string; err: string }> {
  let out = '';
  let err = '';
  child.stdout?.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr!.on('data', (chunk: Buffer) => (err += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number];
  return { code, out, err };
}

describe('the process', () => {
  test('keeps standard output for results, read from the folder it runs in', async () => {
    const line = 'evaluate --model model --images test-images --labels test-labels --json';
    const { code, out, err } = await finish(start(line));
    expect([code, err]).toEqual([0, '']);
    expect(JSON.parse(out)).toMatchObject({ images: 40, network: '36-12-3' });
    expect(out.trimEnd()).not.toContain('\n');
  });

  test('ends with 1 and 2 and a sentence', async () => {
    const missing = await finish(start('classify --model nothing --images many'));
    expect([missing.code, missing.out]).toEqual([1, '']);
    expect(missing.err).toBe('nothing cannot be read: there is no such file or folder.\n');
    const wrong = await finish(start('classify --modle model'));
    expect([wrong.code, wrong.err]).toEqual([
      2,
      'classify has no option --modle: did you mean --model?\n',
    ]);
  });

  test('ends with a sentence when its reader does', async () => {
    const child = start('classify --model model --images many');
    let err = '';
    child.stderr!.on('data', (chunk: Buffer) => (err += chunk.toString()));
    const closed = once(child, 'close');
    await once(child.stdout!, 'data');
    child.stdout!.destroy();
    const [code, signal] = (await closed) as [number, string | null];
    expect([code, signal, err]).toEqual([
      1,
      null,
      'The output cannot be written: nobody reads it any more.\n',
    ]);
  });

  test('ends with a sentence where the output cannot be written', async () => {
    const readOnly = openSync(folder.file('text'), 'r');
    const lines = ['--help', 'evaluate --help', 'classify --model model --images test-images'];
    const ends = lines.map((line) => finish(start(line, readOnly)));
    for (const { code, err } of await Promise.all(ends)) {
      expect([code, err]).toEqual([
        1,
        'The output cannot be written: it is not open for writing.\n',
      ]);
    }
    closeSync(readOnly);
  });

  test('stops on Ctrl-C without writing', async () => {
    const child = start(`${TRAIN_LINE} --epochs 10000 --out stopped`);
    const end = finish(child);
    await once(child.stderr!, 'data');
    child.kill('SIGINT');
    const { code, err } = await end;
    expect(code).toBe(130);
    expect(err).toMatch(/^epoch 1\/10000: loss /);
    expect(err).toMatch(/Interrupted: nothing was written\.\n$/);
    expect(existsSync(folder.file('stopped'))).toBe(false);
  });
});
