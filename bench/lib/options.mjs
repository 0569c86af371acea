/** The options of a command. */
import { parseArgs } from 'node:util';
import { UserError } from '../../scripts/lib/stop.mjs';

const COMMON = {
  quick: { type: 'boolean', default: false },
  hardware: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
};

const COMMON_HELP = `
  --hardware       WebGPU on the machine's own GPU instead of SwiftShader
  --quick          few images, once: shows that all is in place
  --help`;

/**
 * Parses; prints the help and ends where it is asked for.
 *
 * @param {string[]} args
 * @param {string} help
 * @param {import('node:util').ParseArgsConfig['options']} options
 * @returns {Record<string, any>}
 */
export function readOptions(args, help, options) {
  let values;
  try {
    ({ values } = parseArgs({ args, options: { ...options, ...COMMON } }));
  } catch (error) {
    throw new UserError(`${error.message}\n\n${help}${COMMON_HELP}`, 2);
  }
  if (values.help) {
    console.log(help + COMMON_HELP);
    process.exit(0);
  }
  return values;
}

/**
 * A whole number above 0.
 *
 * @param {string} text
 * @param {string} name
 */
export function count(text, name) {
  const value = Number(text);
  if (Number.isInteger(value) && value > 0) return value;
  throw new UserError(`--${name} takes a whole number above 0, not "${text}".`, 2);
}

/** "1,64" as numbers. */
export const counts = (text, name) => text.split(',').map((part) => count(part, name));

/** "32,800-800" as hidden sizes, layer by layer. */
export const networks = (text, name) =>
  text.split(',').map((part) => part.split('-').map((size) => count(size, name)));

const CONVOLUTION = /^(\d+)c(\d+)(?:s(\d+))?$/;

/**
 * "32c5s2-64c3s2-256", the layers before the output as in a network's name: convolutions (channels, kernel, stride) and hidden sizes.
 *
 * @param {string} text
 * @returns {{ hidden: number[], network: { convolutions?: object[] } }}
 */
export function shape(text) {
  const layers = text.split('-').filter(Boolean);
  const convolutions = layers.flatMap((layer) => {
    const found = CONVOLUTION.exec(layer);
    if (!found) return [];
    const [, channels, kernel, stride = '1'] = found;
    return [{ channels: Number(channels), kernel: Number(kernel), stride: Number(stride) }];
  });
  return {
    hidden: layers.slice(convolutions.length).map((layer) => count(layer, 'hidden')),
    network: convolutions.length > 0 ? { convolutions } : {},
  };
}
