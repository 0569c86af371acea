import { createServer } from 'node:net';
import { parseArgs } from 'node:util';
import { UserError } from './stop.mjs';

/**
 * The port from `npm start -- --port N`; 4173 by default.
 *
 * @param {string[]} args
 * @returns {number}
 * @throws {UserError} for anything else among the arguments, and a value that is no port
 */
export function portFrom(args) {
  const usage = 'usage: npm start [-- --port N], N from 1 to 65535';
  let text;
  try {
    text = parseArgs({ args, options: { port: { type: 'string', default: '4173' } } }).values.port;
  } catch (error) {
    throw new UserError(`${error.message.split(/\. |\n/)[0]} (${usage}).`, 2);
  }
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > 65_535) {
    throw new UserError(`--port ${text} is not a port (${usage}).`, 2);
  }
  return port;
}

export const portTaken = (port) =>
  new UserError(
    `Port ${port} is taken: stop what listens there, or choose another with "npm start -- --port ${port === 65_535 ? port - 1 : port + 1}".`,
  );

/** Fails at once where the port is taken, before minutes of installing. */
export function ensurePortFree(port) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => {
      if (error.code === 'EADDRINUSE') reject(portTaken(port));
      else reject(new UserError(`Port ${port} cannot be used (${error.message}).`));
    });
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve()));
  });
}
