import { assemblyscript } from './assemblyscript.mjs';
import { root } from './root.mjs';

/**
 * Builds programs for Node, which does not read TypeScript everywhere: all into one folder, chunks too, as `NAME.mjs`.
 *
 * @param {Record<string, string>} input entries by name, from the project's root
 * @param {string} outDir emptied before
 */
export async function buildForNode(input, outDir) {
  const { build } = await import('vite');
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    plugins: [assemblyscript()],
    build: {
      ssr: true,
      target: 'node20',
      outDir,
      emptyOutDir: true,
      minify: false,
      rolldownOptions: {
        input,
        // Node takes .js under node_modules for CommonJS.
        output: { entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
      },
    },
  });
}
