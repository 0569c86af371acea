/** How long the CPU engine takes to encode a set anew, coding by coding. */
import type { ImageSet } from '../src/data/image-set';
import { createEncodedSet } from '../src/engine/cpu/encoded-set';
import type { KernelProvider } from '../src/engine/cpu/network-kernels';
import { parseNetwork } from '../src/model/validate';

const TRAINS = ['latency', 'latency-first', 'phase', 'phase-first'];
const CODINGS = [
  { kernel: 1, stride: 1, trains: ['latency'] },
  ...[
    [2, 1],
    [2, 2],
    [3, 1],
    [4, 1],
    [4, 2],
    [4, 4],
    [5, 1],
    [8, 1],
    [8, 8],
  ].map(([kernel, stride]) => ({ kernel, stride, trains: TRAINS })),
];

/** Prints a line a coding: the least and the median of `rounds` encodings of the whole set, in seconds. */
export async function measureEncoding(
  set: ImageSet,
  provider: KernelProvider,
  rounds: number,
): Promise<void> {
  for (const { kernel, stride, trains } of CODINGS) {
    for (const train of trains) {
      const spec = parseNetwork({ coding: { kernel, stride, train }, layers: [10] });
      const network = await provider.open(spec, 64, false);
      const taken: number[] = [];
      for (let round = 0; round < rounds; round++) {
        const start = performance.now();
        const encoded = createEncodedSet(set, () => network);
        encoded.ensure(set.count);
        taken.push((performance.now() - start) / 1000);
      }
      network.release();
      taken.sort((a, b) => a - b);
      const [least, middle] = [taken[0]!, taken[rounds >> 1]!];
      const name = `k = ${kernel}, s = ${stride}, ${train}`;
      console.log(`${name.padEnd(28)} ${least.toFixed(2)} s (median ${middle.toFixed(2)})`);
    }
  }
}
