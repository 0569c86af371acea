/** The plane as it would be answered if forced to at a time: speed against accuracy, everywhere at once. */
import { PLANE_SIDE } from '../../data/points/plane-grid';
import { classCount, layerCount, layerDeadline, type Response } from '../../model/network';
import type { PlaneMaps } from '../../session/maps/plane-maps';

const PLACES = PLANE_SIDE ** 2;

/** [places] the class that is answered at t (model/explain-forced.ts), and whether by a spike. A point always has spikes to go by. */
export interface ForcedMap {
  classes: Uint8Array;
  /** 1 where an output has fired by then; 0 where the highest potential answers. */
  fired: Uint8Array;
}

/** @param weights a [postsynaptic, presynaptic] array a layer: those that the maps are of */
export function forcedMap(
  { spec, layers }: PlaneMaps,
  weights: ArrayLike<number>[],
  t: number,
): ForcedMap {
  const classes = new Uint8Array(PLACES);
  const fired = new Uint8Array(PLACES);
  const output = layers.at(-1)!;
  const potential = potentials(layers.at(-2)!, weights.at(-1)!, classCount(spec), {
    response: spec.response,
    at: Math.min(t, layerDeadline(spec, layerCount(spec))),
  });
  for (let place = 0; place < PLACES; place++) {
    let [first, highest] = [0, 0];
    for (let c = 1; c < classCount(spec); c++) {
      if (output[c * PLACES + place]! < output[first * PLACES + place]!) first = c;
      if (potential[c * PLACES + place]! > potential[highest * PLACES + place]!) highest = c;
    }
    const time = output[first * PLACES + place]!;
    const spiked = time <= t && time < Infinity;
    classes[place] = spiked ? first : highest;
    if (spiked) fired[place] = 1;
  }
  return { classes, fired };
}

/**
 * [classes] of [places]: the outputs' membrane potentials (model/propagate.ts), had none fired. A point's spikes are single ones.
 * @param times [presynaptic] of [places]
 */
function potentials(
  times: Float32Array,
  weights: ArrayLike<number>,
  classes: number,
  { response, at }: { response: Response; at: number },
): Float64Array {
  const presynaptic = times.length / PLACES;
  const potential = new Float64Array(classes * PLACES);
  for (let i = 0; i < presynaptic; i++) {
    for (let place = 0; place < PLACES; place++) {
      const since = at - times[i * PLACES + place]!;
      if (!(since > 0)) continue;
      const effect = response === 'exponential' ? 1 - Math.exp(-since) : since;
      for (let c = 0; c < classes; c++) {
        potential[c * PLACES + place]! += weights[c * presynaptic + i]! * effect;
      }
    }
  }
  return potential;
}
