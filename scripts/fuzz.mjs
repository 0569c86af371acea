// `npm run fuzz [-- --count N --seed N --only TARGET --from N]`: gives damaged model files, IDX files, tables and arrays, pictures, links, stored runs and
// command lines to the program. Each must be taken, or answered in one sentence within ten seconds of the processor
// and 500 MB. What is not is written to test-results/fuzz, with the command that tries it again. The unit tests make a short run of it.
import './lib/node-version.mjs';
import { join, relative } from 'node:path';
import { attempt } from './fuzz/attempt.mjs';
import { buildForNode } from './lib/build-for-node.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { readOptions, whole } from './lib/read-options.mjs';
import { cache, root } from './lib/root.mjs';
import { fail, UserError } from './lib/stop.mjs';

const TARGETS = ['models', 'nir', 'idx', 'arrays', 'pictures', 'links', 'runs', 'commands'];
const USAGE = `Usage: npm run fuzz -- [options]

  --count N       Inputs, dealt out to all targets. Default: 10000.
  --seed N        Names the inputs. Default: of the clock, and printed.
  --only TARGET   One of ${TARGETS.join(', ')}.
  --from N        The number of the first input. Default: 0.`;

function read(args) {
  const values = readOptions(args, ['count', 'seed', 'only', 'from'], USAGE);
  if (values.only !== undefined && !TARGETS.includes(values.only)) {
    throw new UserError(`--only must be one of ${TARGETS.join(', ')}.`, 2);
  }
  const targets = TARGETS.filter((name) => [undefined, name].includes(values.only));
  return {
    targets,
    seed: whole('seed', values.seed, Date.now() % 1e9),
    from: whole('from', values.from, 0),
    count: Math.ceil(whole('count', values.count, 10_000) / targets.length),
  };
}

/** Most memory that a process held, in bytes. */
let most = 0;

try {
  const { targets, seed, from, count } = read(process.argv.slice(2));
  await ensureInstalled();
  const outDir = join(cache, 'fuzz');
  await buildForNode(
    {
      main: 'scripts/fuzz/main.ts',
      thread: 'src/engine/cpu/thread.node.ts',
      'nir-thread': 'src/files/nir/aside/nir-thread.node.ts',
    },
    outDir,
  );
  const program = join(outDir, 'main.mjs');
  const folder = join(root, 'test-results/fuzz');
  let findings = 0;
  const tell = ({ target, number, why }, where) => {
    findings++;
    console.log(
      `${target}, seed ${seed}, number ${number}: ${why.split('\n').slice(0, 4).join('\n')}`,
    );
    console.log(
      `  written to ${relative(root, where)}; again: npm run fuzz -- --only ${target} --seed ${seed} --from ${number} --count 1`,
    );
  };
  console.log(`${count * targets.length} inputs of seed ${seed}: ${targets.join(', ')}`);
  const begin = performance.now();
  for (const target of targets) {
    const end = from + count;
    // A process that hangs or dies takes one input with it: the next goes on behind it.
    for (let next = from; next < end;) {
      const order = {
        target,
        seed,
        from: next,
        count: end - next,
        folder,
        writeOnly: false,
      };
      const { memory, at, why } = await attempt(program, order, tell);
      most = Math.max(most, memory);
      if (!at) break;
      await attempt(program, { ...order, from: at.number, writeOnly: true }, tell);
      tell({ ...at, why }, join(folder, `${target}-${seed}-${at.number}`));
      next = at.number + 1;
    }
  }
  const seconds = Math.round((performance.now() - begin) / 1000);
  console.log(
    `${findings === 0 ? 'Nothing found' : `${findings} found`} in ${seconds} s, with ${(most / 1e6).toFixed(0)} MB at most.`,
  );
  process.exit(findings === 0 ? 0 : 1);
} catch (error) {
  fail(error);
}
