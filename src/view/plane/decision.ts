/** Who answers where: the race of the outputs over the whole plane, from the maps of a network that reads points. */
import { PLANE_SIDE } from '../../data/points/plane-grid';
import type { Depth } from './depth';
import { layerCount, layerDeadline, type NetworkSpec } from '../../model/network';
import type { PlaneMaps } from '../../session/maps/plane-maps';

/** In place of a class where no output fires. */
export const NONE = 255;

const PLACES = PLANE_SIDE ** 2;

export interface Decision {
  /** [places] the class whose output fires first (the lowest of a tie); NONE. */
  classes: Uint8Array;
  /** [places] when it does; +Infinity where none does. */
  first: Float32Array;
  /** [places] its lead over the second output; +Infinity where no other fires. */
  margin: Float32Array;
}

export function decide({ layers }: Pick<PlaneMaps, 'layers'>): Decision {
  const output = layers.at(-1)!;
  const classes = new Uint8Array(PLACES).fill(NONE);
  const first = new Float32Array(PLACES).fill(Infinity);
  const margin = new Float32Array(PLACES).fill(Infinity);
  const count = output.length / PLACES;
  for (let place = 0; place < PLACES; place++) {
    let [best, second] = [Infinity, Infinity];
    for (let c = 0; c < count; c++) {
      const t = output[c * PLACES + place]!;
      if (t < best) {
        second = best;
        best = t;
        classes[place] = c;
      } else if (t < second) second = t;
    }
    first[place] = best;
    if (second < Infinity) margin[place] = second - best;
  }
  return { classes, first, margin };
}

/** A lead, in time, that is as clear as any. */
const CLEAR = 0.5;

/** [places] in [0, 1]: 1 is the earliest answer of the plane, or a lead of 1/2 and more; 0 the latest, or a tie. */
export function depths({ classes, first, margin }: Decision, by: Depth): Float32Array {
  if (by === 'margin') return margin.map((lead) => Math.min(lead / CLEAR, 1));
  let [early, late] = [Infinity, -Infinity];
  first.forEach((t, place) => {
    if (classes[place] === NONE) return;
    early = Math.min(early, t);
    late = Math.max(late, t);
  });
  const span = Math.max(late - early, 1e-6);
  return first.map((t) => (t === Infinity ? 0 : 1 - (t - early) / span));
}

/**
 * [classes] of [places]: how much later than the earliest of the others a class fires, a silent output taken as firing at the deadline.
 * Where it is 0, it ties.
 */
export function lags({ layers, spec }: PlaneMaps): Float32Array[] {
  const output = layers.at(-1)!;
  const count = output.length / PLACES;
  const end = endOf(spec);
  const time = (c: number, place: number) => Math.min(output[c * PLACES + place]!, end);
  return Array.from({ length: count }, (_, c) =>
    Float32Array.from({ length: PLACES }, (__, place) => {
      let others = end;
      for (let o = 0; o < count; o++) if (o !== c) others = Math.min(others, time(o, place));
      return time(c, place) - others;
    }),
  );
}

const endOf = (spec: NetworkSpec): number => layerDeadline(spec, layerCount(spec));
