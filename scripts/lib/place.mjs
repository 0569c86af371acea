import { createServer, isIP } from 'node:net';
import { networkInterfaces } from 'node:os';
import { parseArgs } from 'node:util';
import { UserError } from './stop.mjs';

const USAGE = 'usage: npm start [-- --port N --host ADDRESS], N from 1 to 65535';

/** Listening there is listening at every address of the machine. */
const EVERYWHERE = new Set(['0.0.0.0', '::']);

/**
 * Where `npm start [-- --port N --host ADDRESS]` serves: port 4173, for this machine alone, by default.
 *
 * @param {string[]} args
 * @returns {{ port: number, host: string }} host: an IP address
 * @throws {UserError} for anything else among the arguments, and values that are no port or no address
 */
export function placeFrom(args) {
  let values;
  try {
    const options = {
      port: /** @type {const} */ ({ type: 'string', default: '4173' }),
      host: /** @type {const} */ ({ type: 'string', default: '127.0.0.1' }),
    };
    values = parseArgs({ args, options }).values;
  } catch (error) {
    throw new UserError(`${error.message.split(/\. |\n/)[0]} (${USAGE}).`, 2);
  }
  const { port, host } = values;
  if (!/^\d+$/.test(port) || Number(port) < 1 || Number(port) > 65_535) {
    throw new UserError(`--port ${port} is not a port (${USAGE}).`, 2);
  }
  if (isIP(host) === 0) {
    const known = ['0.0.0.0', ...othersReach()].join(' or ');
    throw new UserError(`--host ${host} is not an address such as ${known} (${USAGE}).`, 2);
  }
  return { port: Number(port), host };
}

/** IPv4 addresses of this machine that others may reach. */
const othersReach = (interfaces = networkInterfaces()) =>
  Object.values(interfaces)
    .flat()
    .filter(({ internal, family }) => !internal && family === 'IPv4')
    .map(({ address }) => address);

/**
 * The addresses of what is served there: for others, where they reach it, and for this machine.
 *
 * @param {{ port: number, host: string }} place
 * @param {ReturnType<typeof networkInterfaces>} [interfaces] of this machine
 */
export function addressesOf({ port, host }, interfaces) {
  const address = (one) => `http://${isIP(one) === 6 ? `[${one}]` : one}:${port}`;
  if (EVERYWHERE.has(host)) {
    return { others: othersReach(interfaces).map(address), here: address('127.0.0.1') };
  }
  return { others: /^(127\.|::1$)/.test(host) ? [] : [address(host)], here: address(host) };
}

export const portTaken = (port) =>
  new UserError(
    `Port ${port} is taken: stop what listens there, or choose another with "npm start -- --port ${port === 65_535 ? port - 1 : port + 1}".`,
  );

/** Fails at once where the place cannot be had, before minutes of installing. */
export function ensureFree({ port, host }) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => {
      if (error.code === 'EADDRINUSE') reject(portTaken(port));
      else if (error.code === 'EADDRNOTAVAIL')
        reject(new UserError(`--host ${host} is no address of this machine.`, 2));
      else reject(new UserError(`Port ${port} cannot be used (${error.message}).`));
    });
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}
