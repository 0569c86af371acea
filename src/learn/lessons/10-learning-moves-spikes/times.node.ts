/** When outputs fire, over many images. For tests. */
import type { SpikeMaps } from '../../../engine/engine';
import { races } from '../testing.node';

/** Mean lead, and mean time of the right output and of the others where they fire. @param labels [images] */
export function timesOf(maps: SpikeMaps, labels: Uint8Array) {
  const { layers, count } = maps;
  const output = layers.at(-1)!;
  const sums = { right: [0, 0], others: [0, 0] };
  output.forEach((time, i) => {
    if (time === Infinity) return;
    const sum = sums[Math.floor(i / count) === labels[i % count] ? 'right' : 'others'];
    sum[0]! += time;
    sum[1]! += 1;
  });
  const lead = races(maps).reduce((sum, { margin }) => sum + (margin ?? 0), 0) / count;
  return {
    lead,
    right: sums.right[0]! / sums.right[1]!,
    others: sums.others[0]! / sums.others[1]!,
  };
}

/** How many neurons of the first hidden layer fire for at least one of the images. */
export function inUse({ layers, count }: SpikeMaps): number {
  const hidden = layers[1]!;
  let used = 0;
  for (let from = 0; from < hidden.length; from += count)
    used += Number(hidden.subarray(from, from + count).some((time) => time < Infinity));
  return used;
}
