/** The built page, served as `npm start` serves it, with a witness in it. */
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { preview, type PreviewServer } from 'vite';
import type { Column } from '../../scripts/browsers/columns.mjs';
import { cache, root } from '../../scripts/lib/root.mjs';
import { writeServiceWorker } from '../../scripts/lib/service-worker.mjs';

/** Runs before the page's own scripts. Nobody is new to the page: no lessons are offered. */
const WITNESS = `
window.trouble = [];
const seen = (what) => window.trouble.push(String(what));
addEventListener('error', ({ message }) => {
  // No error: a size is told of one frame later.
  if (!message.startsWith('ResizeObserver loop')) seen(message);
});
addEventListener('unhandledrejection', (event) => seen(event.reason));
addEventListener('securitypolicyviolation', (e) => seen(e.violatedDirective + ' ' + e.blockedURI));
localStorage.setItem('mt-spike-lessons', '{"declined":true}');
`;

/** What an adapter is told to say of itself. */
export const DESCRIPTIONS = {
  software: 'a software adapter',
  hardware: 'a processor taken for a graphics card',
};

/** In the page, and in the engine's worker: whichever adapter is there says what it is laid out for. */
function disguise(layout: 'software' | 'hardware'): string {
  const info = { description: DESCRIPTIONS[layout], isFallbackAdapter: layout === 'software' };
  const getter = `{ get: () => (${JSON.stringify(info)}) }`;
  return `if (globalThis.GPUAdapter) Object.defineProperty(GPUAdapter.prototype, 'info', ${getter});\n`;
}

/** A copy of dist/ with the witness, and a service worker that knows its files. @returns the folder */
async function pageWithWitness({ name, layout }: Column): Promise<string> {
  const folder = join(cache, 'browsers', name);
  rmSync(folder, { recursive: true, force: true });
  cpSync(join(root, 'dist'), folder, { recursive: true });
  const change = (path: string, how: (content: string) => string) => {
    const file = join(folder, path);
    writeFileSync(file, how(readFileSync(file, 'utf8')));
    // What is packed is the file as it was.
    rmSync(`${file}.br`, { force: true });
  };
  const mask = layout ? disguise(layout) : '';
  writeFileSync(join(folder, 'witness.js'), WITNESS + mask);
  const script = '<script src="./witness.js"></script>';
  change('index.html', (page) => page.replace('<head>', `<head>${script}`));
  const workers = readdirSync(join(folder, 'assets')).filter((each) =>
    /^worker-.*\.js$/.test(each),
  );
  for (const worker of workers) change(`assets/${worker}`, (content) => mask + content);
  await writeServiceWorker(folder);
  rmSync(join(folder, 'sw.js.br'), { force: true });
  return folder;
}

/** On a port of its own. */
export async function serve(column: Column): Promise<{ origin: string; server: PreviewServer }> {
  const server = await preview({
    root,
    logLevel: 'warn',
    build: { outDir: await pageWithWitness(column) },
    preview: { port: 0, strictPort: true },
  });
  return { origin: server.resolvedUrls!.local[0]!.replace(/\/$/, ''), server };
}
