/** Any server of files: what a page of other people's making is served with. */
import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const TYPES: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
};

export interface StaticServer {
  origin: string;
  close(): void;
}

/**
 * @param folder whose files are served
 * @param headers sent with each
 * @param pages further pages, by their paths
 */
export async function serveFolder(
  folder: string,
  headers: Record<string, string> = {},
  pages: Record<string, string> = {},
): Promise<StaticServer> {
  const server = createServer(({ url = '/' }, response) => {
    const page = pages[url];
    if (page !== undefined) {
      response.writeHead(200, { 'Content-Type': 'text/html', ...headers }).end(page);
      return;
    }
    const path = new URL(url, 'http://here').pathname.replace(/\/$/, '/index.html');
    const file = join(folder, normalize(path));
    if (!statSync(file, { throwIfNoEntry: false })?.isFile()) {
      response.writeHead(404).end();
      return;
    }
    const type = TYPES[extname(file)] ?? 'application/octet-stream';
    response.writeHead(200, { 'Content-Type': type, ...headers });
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = (): void => {
    server.close();
    server.closeAllConnections();
  };
  return { origin: `http://127.0.0.1:${port}`, close };
}
