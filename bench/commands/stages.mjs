/** What share of a training step each stage takes, on the CPU engine and on WebGPU, early in training and later. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from '../../scripts/lib/root.mjs';
import { openPage } from '../lib/contender.mjs';
import { readOptions, shape } from '../lib/options.mjs';
import { save } from '../lib/results.mjs';
import { OURS, withBrowser } from '../lib/stage.mjs';
import { figure } from '../lib/statistics.mjs';
import { table } from '../lib/table.mjs';

const HELP = `npm run bench -- stages: milliseconds a step of every stage, at first and after some hundred steps
  --hidden LIST    layers before the output, joined by - within a network (128,32c5s2-64c3s2-256; WebGPU beside the
                   CPU engine only those without convolutions, which take minutes on a software adapter)
  --batch N        images a step (64)
  --only NAME      cpu (one thread) or webgpu (timestamps on the GPU; rounded unless the browser is told otherwise)`;

export async function main(args) {
  const options = readOptions(args, HELP, {
    hidden: { type: 'string', default: '128,32c5s2-64c3s2-256' },
    batch: { type: 'string', default: '64' },
    only: { type: 'string' },
  });
  const { quick, only } = options;
  const engines = [];
  await withBrowser({ sites: [OURS] }, async ({ browser, sites: [site] }) => {
    for (const hidden of options.hidden.split(',')) {
      const asked = { ...options, hidden };
      const name = `784-${hidden}-10`;
      if (only !== 'webgpu') engines.push({ name, ...(await cpuStages(browser, site, asked)) });
      if (only === 'webgpu' || (!only && !shape(hidden).network.convolutions))
        engines.push({ name, ...(await gpuStages(asked)) });
    }
    for (const { name, label, moments } of engines) print(`${name}, ${label}`, moments);
    save('stages', { quick, browser, batch: options.batch, engines });
  });
}

async function cpuStages(browser, site, { hidden, batch, quick }) {
  const page = await openPage(browser, site.address(true));
  const label = await page.open({
    kind: 'cpu',
    clocked: true,
    ...shape(hidden),
    settings: { batch: Number(batch) },
  });
  await page.train(20 * Number(batch));
  await page.restart();
  const steps = quick ? 5 : 100;
  const first = await page.stages(steps);
  await page.train((quick ? 5 : 300) * Number(batch));
  const moments = [first, await page.stages(steps)];
  await page.close();
  return { label, moments };
}

/** The WebGPU engine's own bench reads the GPU's clock. */
async function gpuStages({ hidden, batch, hardware }) {
  const bench = join(root, 'bench/gpu.mjs');
  const asked = [bench, '--stages', '--json', '--hidden', hidden, '--batch', batch];
  if (hardware) asked.push('--hardware');
  const { stdout } = await promisify(execFile)(process.execPath, asked);
  const { adapter, stages } = JSON.parse(stdout.trim().split('\n').at(-1));
  return { label: adapter, moments: stages };
}

function print(label, moments) {
  const totals = moments.map((stages) =>
    Object.values(stages).reduce((sum, time) => sum + time, 0),
  );
  const row = (name, of) => [
    name,
    ...moments.flatMap((stages, m) => [
      figure(of(stages, m)),
      `${((100 * of(stages, m)) / totals[m]).toFixed(0)} %`,
    ]),
  ];
  const rows = Object.keys(moments[0]).map((stage) => row(stage, (stages) => stages[stage] ?? 0));
  rows.push(row('a step', (_, m) => totals[m]));
  console.log(
    `${label}\n\n${table(['stage', 'at first, ms', 'share', 'later, ms', 'share'], rows)}\n`,
  );
}
