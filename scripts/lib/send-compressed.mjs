import { createReadStream, statSync } from 'node:fs';
import { extname, join, normalize, sep } from 'node:path';
import { TYPES } from './compressed.mjs';

/** Whether a browser takes Brotli; `br;q=0` says that it does not. */
const takes = (accepted = '') =>
  accepted.split(',').some((one) => /^\s*br\s*($|;)/.test(one) && !/;\s*q=0(\.0*)?\s*$/.test(one));

/** This machine, or one of a network by its number: Vite turns other names away, which may be anybody's. */
const isKnown = (host = '') => /^(localhost|\d+(\.\d+){3}|\[[\da-f:]+\])(:\d+)?$/i.test(host);

/** The file that an address names; undefined where it is none of the folder. */
function fileOf(folder, url) {
  try {
    const file = normalize(join(folder, decodeURIComponent(new URL(url, 'http://here').pathname)));
    return file.startsWith(folder + sep) ? file : undefined;
  } catch {
    return undefined;
  }
}

/**
 * What a server does first: a file beside which a Brotli one lies is sent as that one to whoever takes it.
 *
 * @param {string} folder of the built page
 */
export const sendCompressed = (folder) => (request, response, next) => {
  const { method, headers, url = '/' } = request;
  const file = fileOf(folder, url);
  const type = file && TYPES[extname(file)];
  if (!type || !isKnown(headers.host) || (method !== 'GET' && method !== 'HEAD')) return next();
  const found = statSync(`${file}.br`, { throwIfNoEntry: false });
  if (!found?.isFile()) return next();
  response.setHeader('Vary', 'Accept-Encoding');
  if (!takes(headers['accept-encoding'])) return next();
  const etag = `W/"${found.size}-${found.mtimeMs}-br"`;
  response.setHeader('ETag', etag);
  response.setHeader('Cache-Control', 'no-cache');
  if (headers['if-none-match'] === etag) {
    response.statusCode = 304;
    return response.end();
  }
  response.setHeader('Content-Type', `${type};charset=utf-8`);
  response.setHeader('Content-Encoding', 'br');
  response.setHeader('Content-Length', found.size);
  if (method === 'HEAD') return response.end();
  return createReadStream(`${file}.br`)
    .on('error', () => response.destroy())
    .pipe(response);
};
