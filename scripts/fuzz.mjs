// `npm run fuzz [-- --count N --seed N --only TARGET --from N]`: gives damaged model files, IDX files, tables and arrays, links, stored runs and
// command lines to the program. Each must be taken, or answered in one sentence within ten seconds and a gigabyte. What is not
// is written to test-results/fuzz, with the command that tries it again. The unit tests make a short run of it.
import './lib/node-version.mjs';
import { fork } from 'node:child_process';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { buildForNode } from './lib/build-for-node.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { cache, root } from './lib/root.mjs';
import { fail, UserError } from './lib/stop.mjs';

const TARGETS = ['models', 'nir', 'idx', 'arrays', 'links', 'runs', 'commands'];
const USAGE = `Usage: npm run fuzz -- [options]

  --count N       Inputs, dealt out to all targets. Default: 10000.
  --seed N        Names the inputs. Default: of the clock, and printed.
  --only TARGET   One of ${TARGETS.join(', ')}.
  --from N        The number of the first input. Default: 0.`;

/** Seconds without a word after which the program is taken to hang. */
const MOST_SECONDS = 10;

function whole(name, text, standard) {
  if (text === undefined) return standard;
  if (!/^\d{1,9}$/.test(text)) throw new UserError(`--${name} must be a whole number.`, 2);
  return Number(text);
}

function read(args) {
  const options = { count: {}, seed: {}, only: {}, from: {} };
  for (const option of Object.values(options)) option.type = 'string';
  let values;
  try {
    ({ values } = parseArgs({ args, options: { ...options, help: { type: 'boolean' } } }));
  } catch (error) {
    throw new UserError(`${error.message}\n\n${USAGE}`, 2);
  }
  if (values.help) {
    console.log(USAGE);
    process.exit(0);
  }
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

/** Tries what is ordered; resolves to where it ended, and whether by itself. */
function attempt(program, order, found) {
  return new Promise((resolve) => {
    const child = fork(program, [JSON.stringify(order)], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    let at;
    let timer;
    let hangs = false;
    let errors = '';
    child.stderr.on('data', (chunk) => (errors = (errors + chunk).slice(-4000)));
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        hangs = true;
        child.kill('SIGKILL');
      }, MOST_SECONDS * 1000);
    };
    child.on('message', (news) => {
      wait();
      if (news.next) at = news.next;
      else if (news.failure) found(news.failure, news.at);
      else {
        at = undefined;
        most = Math.max(most, news.done);
      }
    });
    child.on('close', () => {
      clearTimeout(timer);
      resolve({
        at,
        why: hangs ? `No answer in ${MOST_SECONDS} s.` : `The process ended: ${errors.trim()}`,
      });
    });
    wait();
  });
}

try {
  const { targets, seed, from, count } = read(process.argv.slice(2));
  await ensureInstalled();
  const outDir = join(cache, 'fuzz');
  await buildForNode(
    { main: 'scripts/fuzz/main.ts', thread: 'src/engine/cpu/thread.node.ts' },
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
      const { at, why } = await attempt(program, order, tell);
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
