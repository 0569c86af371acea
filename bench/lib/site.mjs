/** The pages that the benches open: built as they are shipped, served with cross-origin isolation or without. */
import { join } from 'node:path';
import { build, preview } from 'vite';
import { ensureData } from '../../scripts/lib/data.mjs';
import { cache, root } from '../../scripts/lib/root.mjs';

const headers = (opener, embedder) => ({
  'Cross-Origin-Opener-Policy': opener,
  'Cross-Origin-Embedder-Policy': embedder,
});
const ISOLATED = headers('same-origin', 'require-corp');
const PLAIN = headers('unsafe-none', 'unsafe-none');

/**
 * Builds a page from its Vite configuration and serves it twice, on two ports.
 *
 * @param {string} configFile from the repository's root
 * @returns {Promise<{ address(isolated: boolean): string, close(): Promise<void> }>}
 */
export async function openSite(configFile) {
  await ensureData();
  const config = {
    configFile: join(root, configFile),
    logLevel: 'error',
    build: { outDir: join(cache, 'bench', configFile.replaceAll(/\W/g, '-')), emptyOutDir: true },
  };
  await build(config);
  const serve = (sent) =>
    preview({ ...config, preview: { host: '127.0.0.1', port: 0, headers: sent } });
  const [plain, isolated] = [await serve(PLAIN), await serve(ISOLATED)];
  const address = ({ httpServer }) => `http://127.0.0.1:${httpServer.address().port}/`;
  return {
    address: (asked) => address(asked ? isolated : plain),
    async close() {
      await Promise.all([plain.close(), isolated.close()]);
    },
  };
}
