/** The network that a file's metadata describes (formats.md). */
import { MOST_DEPTH } from '../model/bounded';
import type { NetworkSpec } from '../model/network';
import { said } from '../model/said';
import { parseNetwork } from '../model/validate';
import { FORMAT_VERSIONS, isFormatVersion } from './format-version';
import { ModelFileError } from './model-file-error';
import { JsonError, parseJson } from './strict-json';

export const FORMAT = 'mt-spike';

/** What other programs call the format of tensors that they have written anew; some keep the description that was there. */
const REWRITTEN = new Set<string | undefined>([undefined, 'pt', 'np', 'tf', 'flax', 'mlx']);

/**
 * The network; undefined where the metadata describes none.
 * @throws ModelFileError, NetworkError
 */
export function readDescription(metadata: Record<string, string>): NetworkSpec | undefined {
  const { format, format_version: version, network } = metadata;
  if (network === undefined) return undefined;
  if (format !== FORMAT && !REWRITTEN.has(format)) {
    throw new ModelFileError(`The file holds no MT-Spike model: its format is "${said(format!)}".`);
  }
  if (version === undefined && format === FORMAT) {
    throw new ModelFileError('The file does not say in which version of the format it is written.');
  }
  if (version !== undefined && !isFormatVersion(version)) {
    throw new ModelFileError(
      `The file is written in version "${said(version)}" of the format, but this program reads versions ${FORMAT_VERSIONS.slice(0, -1).join(', ')} and ${FORMAT_VERSIONS.at(-1)}.`,
    );
  }
  try {
    return parseNetwork(parseJson(network, MOST_DEPTH));
  } catch (error) {
    if (!(error instanceof JsonError)) throw error;
    throw new ModelFileError(`The file's description of its network ${error.message}.`, {
      cause: error,
    });
  }
}
