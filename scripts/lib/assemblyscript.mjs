import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { cache, root } from './root.mjs';
import { hashOf } from './sources.mjs';
import { writeWhole } from './write-whole.mjs';

/** `import bytes from './kernels.wasm'` compiles kernels.ts; `./kernels.threads.wasm` compiles it for shared memory. */
const REQUEST = /^(\..*?)(\.threads)?\.wasm$/;
const PREFIX = '\0assemblyscript:';

/** Shared memory needs a limit: 64 KiB pages, 2 GiB. */
const PAGES = 32768;

/** Above the characters that a string has to escape, so that the commonest bytes, which are small, are a plain one each. */
const SHIFT = 35;

const OPTIONS = ['--runtime', 'stub', '--importMemory', '--noAssert', '-O3', '--converge'];

/**
 * Compiles an AssemblyScript module with SIMD, unless these very sources are compiled already.
 *
 * @param {string} file
 * @param {boolean} threads
 * @returns {Promise<Buffer>}
 */
async function compile(file, threads) {
  const entry = relative(root, file);
  const sources = [dirname(entry), 'package-lock.json', 'scripts/lib/assemblyscript.mjs'];
  const folder = join(cache, 'assembly');
  const name = `${basename(file, '.ts')}-${hashOf(root, sources)}${threads ? '-threads' : ''}.wasm`;
  const target = join(folder, name);
  if (existsSync(target)) return readFileSync(target);
  const { main } = await import('assemblyscript/asc');
  const features = threads
    ? ['--enable', 'simd,threads', '--sharedMemory', '--maximumMemory', String(PAGES)]
    : ['--enable', 'simd'];
  let binary;
  let complaint = '';
  const { error } = await main(
    [entry, '--baseDir', root, '--outFile', 'out.wasm', ...OPTIONS, ...features],
    {
      writeFile: (name, contents) => {
        if (name.endsWith('.wasm')) binary = Buffer.from(contents);
      },
      stderr: { write: (text) => void (complaint += text) },
    },
  );
  if (error) throw new Error(`${entry} does not compile:\n${complaint}`);
  mkdirSync(folder, { recursive: true });
  writeWhole(target, binary);
  return binary;
}

/** A Vite plugin: AssemblyScript as the bytes of a WebAssembly module, in the page, in workers, in tests and in Node alike. */
export function assemblyscript() {
  return {
    name: 'assemblyscript',
    enforce: 'pre',
    resolveId(source, importer) {
      const match = REQUEST.exec(source);
      if (!match || !importer) return null;
      const file = join(dirname(importer), `${match[1]}.ts`);
      return existsSync(file) ? `${PREFIX}${match[2] ?? ''}:${file}` : null;
    },
    async load(id) {
      if (!id.startsWith(PREFIX)) return null;
      const [, threads, file] = /^(\.threads)?:(.*)$/.exec(id.slice(PREFIX.length));
      const bytes = await compile(file, threads !== undefined);
      // A character a byte: gzip finds in them what it finds in the module, where base64 took a sixth more.
      const letters = Array.from(bytes, (byte) => String.fromCharCode(byte + SHIFT));
      const text = JSON.stringify(letters.join(''));
      return `export default Uint8Array.from(${text}, (c) => c.charCodeAt(0) - ${SHIFT});`;
    },
  };
}
