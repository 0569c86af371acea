/** How a network codes its pixels, in a few words. */
import { hasBothPolarities, trainParts, type NetworkSpec } from '../../model/network';

/** "latency, k = 1"; "phase, first spike, k = 4, s = 2"; what is not the default is added. */
export function codingName({ coding, response }: NetworkSpec): string {
  const { kernel, stride } = coding;
  const { pixel, emits } = trainParts({ coding });
  const train = emits === 'train' ? pixel : `${pixel}, ${emits} spike`;
  const parts = [train, `k = ${kernel}`];
  if (stride !== kernel) parts.push(`s = ${stride}`);
  if (hasBothPolarities({ coding })) parts.push('ink and paper');
  if (response === 'exponential') parts.push('exponential');
  return parts.join(', ');
}
