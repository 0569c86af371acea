import { join } from 'node:path';
import { runnerImport } from 'vite';
import { root } from './root.mjs';

/**
 * Imports a TypeScript file of the project, which Node does not read everywhere.
 *
 * @param {string} path from the project's root
 * @returns {Promise<Record<string, any>>} what it exports
 */
export async function importSource(path) {
  const { NODE_ENV } = process.env;
  try {
    const { module } = await runnerImport(join(root, path));
    return module;
  } finally {
    // Vite sets it to "development", and a page that is built by a process started from here would be built for that.
    if (NODE_ENV === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = NODE_ENV;
  }
}
