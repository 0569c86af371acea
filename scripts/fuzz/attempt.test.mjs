import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { attempt } from './attempt.mjs';
import { busySeconds } from './busy-seconds.mjs';

const folder = mkdtempSync(join(tmpdir(), 'fuzz-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A process that does this, in place of the one that tries inputs. */
function trying(script, order = {}) {
  const program = join(folder, 'main.mjs');
  writeFileSync(
    program,
    `const tell = (news) => new Promise((sent) => process.send(news, sent));\n${script}`,
  );
  return attempt(program, order, () => undefined);
}

test('a process that ends before its first input is a failure', async () => {
  await expect(trying("throw new Error('no such file');")).rejects.toThrow(/no such file/);
  await expect(trying('process.exit(0);')).rejects.toThrow('Nothing was tried');
  await expect(trying('process.exit(1);', { writeOnly: true })).rejects.toThrow(
    'Nothing was tried',
  );
});

test('one that ends at an input names it, one that is through says what it held', async () => {
  const next = { target: 'nir', seed: 1, number: 3 };
  const dead = await trying(
    `await tell({ next: ${JSON.stringify(next)} }); throw new Error('lost');`,
  );
  expect(dead.at).toEqual(next);
  expect(dead.why).toContain('lost');
  const through = await trying(
    'await tell({ next: {} }); await tell({ done: 5 }); process.exit(0);',
  );
  expect(through).toMatchObject({ at: undefined, memory: 5 });
});

test('what another process computes is counted, and what it waits is not', async () => {
  const before = busySeconds(process.pid);
  await new Promise((resolve) => setTimeout(resolve, 100));
  const waited = busySeconds(process.pid) - before;
  const { user, system } = process.cpuUsage();
  while (process.cpuUsage().user + process.cpuUsage().system < user + system + 200_000);
  const worked = busySeconds(process.pid) - before;
  if (process.platform === 'linux') expect(worked - waited).toBeGreaterThan(0.1);
  else expect(worked).toBeNaN();
  expect(busySeconds(0)).toBe(Infinity);
});
