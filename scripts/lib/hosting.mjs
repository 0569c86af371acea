/** How the page is served: what its answers say besides their content, and what is answered to addresses that do not exist. */
import { resolve } from 'node:path';
import { sendCompressed } from './send-compressed.mjs';

/**
 * What the page may load and run: its own files alone. `unsafe-inline` for styles, because React, Radix and KaTeX set widths and
 * places as style attributes; what a style can do is little while images and fonts come from here alone. `wasm-unsafe-eval` lets
 * the CPU engine compile its WebAssembly, and no JavaScript. Pictures are drawn from blobs (exports), small fonts and icons lie
 * in the style sheets as data. Read, by scripts that are the page's own, is from elsewhere the lesson that a link names. Workers from blobs: in a frame with an origin of its own there are no others (src/data/worker/page-worker.ts).
 */
export const POLICY = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self' https: http://localhost:* http://127.0.0.1:*",
  "worker-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** With these the page is cross-origin isolated, which SharedArrayBuffer and so the CPU engine's threads need. */
export const isolation = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

/**
 * With these the page works in every frame: one whose sandbox gives it an origin of its own (`allow-scripts` alone) may read its files, and a
 * course page that is cross-origin isolated itself may embed it. All files are public, and there are no cookies.
 */
const framing = {
  'Access-Control-Allow-Origin': '*',
  'Cross-Origin-Resource-Policy': 'cross-origin',
};

/** What the page needs, to have threads and to be embedded in a page that has them; the service worker adds it where a host does not send it. */
export const embeddable = {
  ...isolation,
  'Cross-Origin-Resource-Policy': framing['Cross-Origin-Resource-Policy'],
};

/** What `npm start` sends. The links of the page carry what people drew: other sites are not told where a visitor comes from. */
export const headers = {
  ...isolation,
  ...framing,
  'Content-Security-Policy': POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
};

/** The page itself, and a link whose # was encoded on its way (`/%23v=1&...`). */
const isPage = (url = '') => /^\/(index\.html)?([?#]|%23|$)/.test(url);

/**
 * A Vite plugin: the policy in the built page, for hosts that send no headers; and where `npm start` serves, 404 for what is not
 * there, which Vite answers with the page. A chunk of an earlier build, say, is missing then, and not a page that is no script.
 */
export function hosting() {
  return {
    name: 'hosting',
    transformIndexHtml(html, { server }) {
      // The development server puts scripts into the page.
      if (server) return [];
      const attrs = { 'http-equiv': 'Content-Security-Policy', content: POLICY };
      const referrer = { name: 'referrer', content: headers['Referrer-Policy'] };
      return [
        { tag: 'meta', attrs, injectTo: 'head-prepend' },
        { tag: 'meta', attrs: referrer, injectTo: 'head' },
      ];
    },
    configurePreviewServer(server) {
      // With every answer, "not modified" too: WebKit refuses a worker that comes without, so that a reload would end the engine.
      const sent = Object.entries(server.config.preview.headers ?? {});
      server.middlewares.use((_, response, next) => {
        for (const [name, value] of sent) response.setHeader(name, value);
        next();
      });
      const { root, build } = server.config;
      server.middlewares.use(sendCompressed(resolve(root, build.outDir)));
      return () => {
        server.middlewares.use((request, response, next) => {
          if (isPage(request.originalUrl)) return next();
          response.statusCode = 404;
          response.setHeader('Content-Type', 'text/plain');
          response.end('Not found.\n');
        });
      };
    },
  };
}
