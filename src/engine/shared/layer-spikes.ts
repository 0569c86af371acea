/** A layer's spikes as engines hand them over, and as the model's functions take them (float64 volleys). */
import type { LayerSpikes, SampleRun } from '../engine';
import type { LayerTrace } from '../../model/propagate';
import { order, type Volley } from '../../model/volley';

/** The volley of one layer of a sample's run. */
export function volleyFrom(spikes: LayerSpikes): Volley {
  return {
    times: Float64Array.from(spikes.times),
    multiplicity: Float64Array.from(spikes.multiplicity),
    order: order(spikes.times),
  };
}

/** A volley of the model as an engine hands it over. */
export function spikesFrom({ times, multiplicity }: Volley): LayerSpikes {
  return { times: Float32Array.from(times), multiplicity: Float32Array.from(multiplicity) };
}

/** A sample's way by the model itself, as an engine hands it over. */
export function runFrom({
  input,
  layers,
}: {
  input: Volley;
  layers: readonly Pick<LayerTrace, 'volley' | 'potential'>[];
}): SampleRun {
  return {
    layers: [input, ...layers.map((trace) => trace.volley)].map(spikesFrom),
    potential: Float32Array.from(layers[layers.length - 1]!.potential),
  };
}

/** Number of neurons that spike. */
export function spikeCount(spikes: LayerSpikes): number {
  let count = 0;
  for (const t of spikes.times) if (t < Infinity) count++;
  return count;
}
