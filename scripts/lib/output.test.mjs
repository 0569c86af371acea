import { spawnSync } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from './root.mjs';

test.each(['scripts/results.mjs', 'scripts/publish-model.mjs', 'bench/bench.mjs'])(
  '%s says that its output cannot be written',
  (script) => {
    const readOnly = openSync(join(root, 'package.json'), 'r');
    const { status, stderr } = spawnSync(process.execPath, [join(root, script), '--help'], {
      encoding: 'utf8',
      stdio: ['ignore', readOnly, 'pipe'],
    });
    closeSync(readOnly);
    expect(stderr).toMatch(/^The output cannot be written: .+\.\n$/);
    expect(status).toBe(1);
  },
);
