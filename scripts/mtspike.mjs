// `npm run -s mtspike -- ...`: the commands train, classify, evaluate and points. Standard output is the program's alone.
import './lib/node-version.mjs';
import { fileURLToPath } from 'node:url';
import { buildCommands } from './lib/cli.mjs';
import { ensureData } from './lib/data.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { fail } from './lib/stop.mjs';

/** Only `train` without images of one's own, or points, reads MNIST. */
const needsMnist = ([command, ...options]) =>
  command === 'train' && !options.some((option) => /^--(images|points|help)\b/.test(option));

try {
  await ensureInstalled();
  if (needsMnist(process.argv.slice(2))) await ensureData();
  const program = await buildCommands();
  process.argv[1] = fileURLToPath(program);
  await import(program);
} catch (error) {
  fail(error);
}
