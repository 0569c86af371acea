/** A course page of another origin than the page's: a server of its own, under another name of this machine. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface HostPage {
  origin: string;
  close(): void;
}

/**
 * @param body of the course page, told its own origin
 * @param headers with which it comes
 */
export async function hostPage(
  body: (origin: string) => string,
  headers: Record<string, string> = {},
): Promise<HostPage> {
  let origin = '';
  const server = createServer((_, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html', ...headers });
    response.end(`<!doctype html>
<meta name="viewport" content="width=device-width">
<title>A course</title>
<style>* { box-sizing: border-box } iframe { display: block; width: 100%; border: 3px solid }</style>
<script>
  // Everything that is said to the course page, with the number of the frame that said it.
  var told = [];
  addEventListener('message', ({ data, source, origin }) => {
    const frames = [...document.querySelectorAll('iframe')];
    told.push({ frame: frames.findIndex((one) => one.contentWindow === source), origin, ...data });
  });
</script>
${body(origin)}`);
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  return { origin, close: () => void server.close() };
}
