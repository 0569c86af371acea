/** What the bytes of a NIR file say: plain values, so that a worker can hand them over. */
import type { NirLayers } from './chain-layers';

/** The name of what the graph's metadata say of a network of ours. */
export const METADATA = 'mt_spike';

export interface NirChain {
  chain: NirLayers;
  /** What the file says of a network of ours, as text. */
  metadata: string | undefined;
}

/** `readChain`, here or aside. */
export type ReadChain = (bytes: Uint8Array<ArrayBuffer>) => Promise<NirChain>;
