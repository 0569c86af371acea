// `npm run -s mtspike -- ...`: the commands train, classify and evaluate. Standard output is the program's alone.
import './lib/node-version.mjs';
import { fileURLToPath } from 'node:url';
import { buildCommands } from './lib/cli.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { fail } from './lib/stop.mjs';

try {
  await ensureInstalled();
  const program = await buildCommands();
  process.argv[1] = fileURLToPath(program);
  await import(program);
} catch (error) {
  fail(error);
}
