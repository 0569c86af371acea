import { parseArgs } from 'node:util';
import { UserError } from './stop.mjs';

/**
 * The options of a script. Prints its usage and ends where --help asks for it.
 *
 * @param {string[]} args
 * @param {string[]} names of options, which take a text each
 * @param {string} usage
 * @returns {Record<string, string | undefined>}
 * @throws {UserError} with the usage, where an option is unknown
 */
export function readOptions(args, names, usage) {
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' }]));
  let values;
  try {
    ({ values } = parseArgs({ args, options: { ...options, help: { type: 'boolean' } } }));
  } catch (error) {
    throw new UserError(`${error.message}\n\n${usage}`, 2);
  }
  if (values.help) {
    console.log(usage);
    process.exit(0);
  }
  return values;
}

/** A whole number from 0 on, of at most nine digits. @throws {UserError} where the text is another */
export function whole(name, text, standard) {
  if (text === undefined) return standard;
  if (!/^\d{1,9}$/.test(text)) throw new UserError(`--${name} must be a whole number.`, 2);
  return Number(text);
}
