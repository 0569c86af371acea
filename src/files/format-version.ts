/** Which version of the file format a network needs (formats.md). */
import type { NetworkSpec } from '../model/network';

/** The versions this program reads. */
export const FORMAT_VERSIONS = ['1', '2', '3'] as const;
export type FormatVersion = (typeof FORMAT_VERSIONS)[number];

/** What version 1 describes; version 2 brought the others and convolutions, version 3 both polarities. */
const FIRST_TRAIN_CODES: string[] = ['latency', 'phase'];

/** The lowest version that describes the network, so that older programs read whatever they can compute. */
export function formatVersion({ coding, convolutions = [] }: NetworkSpec): FormatVersion {
  if (coding.polarity === 'both') return '3';
  return convolutions.length === 0 && FIRST_TRAIN_CODES.includes(coding.train) ? '1' : '2';
}

export function isFormatVersion(version: string): version is FormatVersion {
  return (FORMAT_VERSIONS as readonly string[]).includes(version);
}
