/**
 * A volley is what one layer hands to the next: when each neuron spikes, with what multiplicity, in which order.
 * The input is a volley like any other, so every layer is the same code.
 */
export interface Volley {
  /** [neurons] spike time, or a train's average delay; +Infinity for a silent neuron. */
  times: Float64Array;
  /** [neurons] multiplicity m; 1 for one spike (a hidden neuron's, a pixel's), 2 n / k^2 for a packed train, 0 when silent. */
  multiplicity: Float64Array;
  /** [spiking neurons] in time order; equal times by index. */
  order: Uint32Array;
}

/** The neurons that spike, earliest first, equal times by index. */
export function order(times: ArrayLike<number>): Uint32Array {
  const spiking: number[] = [];
  for (let i = 0; i < times.length; i++) if (times[i]! < Infinity) spiking.push(i);
  return Uint32Array.from(spiking.sort((a, b) => times[a]! - times[b]! || a - b));
}

/** A volley of neurons that spike at most once (multiplicity 1). */
export function volleyOf(times: Float64Array): Volley {
  return { times, multiplicity: times.map((t) => (t < Infinity ? 1 : 0)), order: order(times) };
}
