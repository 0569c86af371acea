// `node bench/cpu.mjs [--help]`: how fast the CPU engine trains. The measuring itself is in cpu-bench.ts.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildForNode } from '../scripts/lib/build-for-node.mjs';
import { cache } from '../scripts/lib/root.mjs';

const outDir = join(cache, 'bench-cpu');
const entries = { main: 'bench/cpu-bench.ts', thread: 'src/engine/cpu/thread.node.ts' };
await buildForNode(entries, outDir);
await import(pathToFileURL(join(outDir, 'main.mjs')).href);
