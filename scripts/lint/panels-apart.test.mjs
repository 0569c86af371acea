import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../lib/root.mjs';
import { filesUnder } from '../lib/sources.mjs';
import { reachesOver } from './panels-apart.mjs';

test.each([
  ['src/ui/spikes/rasters.tsx', '../replay/replay-bar'],
  ['src/ui/spikes/timemap/time-map.tsx', '../../replay/replay-bar'],
  ['src/ui/robustness/robustness-dialog.tsx', '../runs/runs.module.css'],
  ['src/ui/network/network.browser.test.tsx', '../app/messages'],
  ['src/ui/kit/export/export.test.ts', '../../neuron/neuron-panel'],
  ['src/ui/help/help-dialog.tsx', '../page-options'],
  ['/home/x/src/ui/spikes/rasters.tsx', '../replay/replay-bar'],
])('%s does not import %s', (file, specifier) => {
  expect(reachesOver(file, specifier)).toBe(true);
});

test.each([
  ['src/ui/spikes/rasters.tsx', './row-scroll'],
  ['src/ui/spikes/timemap/time-map.tsx', '../tip'],
  ['src/ui/spikes/rasters.tsx', '../kit/draw/draw-raster'],
  ['src/ui/spikes/rasters.tsx', '../../view/commands'],
  ['src/ui/spikes/rasters.tsx', 'react'],
  ['src/ui/app/app.tsx', '../header/header'],
  ['src/ui/main.tsx', './app/app'],
  ['src/view/commands.ts', '../ui/kit/opener'],
])('%s may import %s, as far as this rule goes', (file, specifier) => {
  expect(reachesOver(file, specifier)).toBe(false);
});

test('the linter finds every form of import', () => {
  const folder = mkdtempSync(join(tmpdir(), 'panels-'));
  const file = join(folder, 'src/ui/spikes/spikes.tsx');
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(
    file,
    [
      "import { Bar } from '../replay/bar';",
      "import styles from '../runs/runs.module.css';",
      "export { Row } from '../replay/row';",
      "export * from '../replay/row';",
      "export const later = () => import('../replay/later');",
      "export type T = import('../replay/types').T;",
      "import { Panel } from '../kit/panel';",
      'export const all = [Bar, styles, Panel];',
    ].join('\n'),
  );
  const config = join(folder, 'config.json');
  const plugin = join(root, 'scripts/lint/playground.mjs');
  const rules = { 'playground/panels-apart': 'error' };
  writeFileSync(config, JSON.stringify({ categories: {}, jsPlugins: [plugin], rules }));
  const oxlint = join(root, 'node_modules/oxlint/bin/oxlint');
  const args = [oxlint, '--config', config, '--format', 'unix', file];
  const { stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  const lines = [...stdout.matchAll(/spikes\.tsx:(\d+):.*panels-apart/g)];
  expect(lines.map(([, line]) => Number(line))).toEqual([1, 2, 3, 4, 5, 6]);
});

test('no style sheet takes from another panel', () => {
  const taken = filesUnder(root, ['src/ui'])
    .filter((file) => file.endsWith('.css'))
    .flatMap((file) =>
      [...readFileSync(join(root, file), 'utf8').matchAll(/(?:from|@import) ['"]([^'"]+)['"]/g)]
        .filter(([, specifier]) => reachesOver(file, specifier))
        .map(([text]) => `${file}: ${text}`),
    );
  expect(taken).toEqual([]);
});
