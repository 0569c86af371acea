/** Who answers: the output neuron that fires first (model.md, section 2). */

export interface Readout {
  /** The class whose neuron fires first (the lowest index of a tie); null when none fires. */
  class: number | null;
  /** When it fires; null when none does. */
  decisionTime: number | null;
  /** Lead over the second output spike; null with fewer than two output spikes. */
  margin: number | null;
  /** Whether two or more outputs fire first at exactly the same time. */
  tie: boolean;
  /** The class of the highest potential at the deadline, when no output fires; null otherwise and for a blank image. */
  guess: number | null;
}

/**
 * @param times [classes] output spike times, +Infinity silent
 * @param potential [classes] membrane potentials at the deadline, for the guess
 * @param blank whether no input neuron spiked: then there is neither answer nor guess
 */
export function readout(
  times: ArrayLike<number>,
  potential: ArrayLike<number>,
  blank: boolean,
): Readout {
  let first = -1;
  let best = Infinity;
  let second = Infinity;
  for (let c = 0; c < times.length; c++) {
    const t = times[c]!;
    if (t < best) {
      second = best;
      best = t;
      first = c;
    } else if (t < second) {
      second = t;
    }
  }
  if (first >= 0) {
    return {
      class: first,
      decisionTime: best,
      margin: second < Infinity ? second - best : null,
      tie: second === best,
      guess: null,
    };
  }
  let guess: number | null = null;
  if (!blank) {
    guess = 0;
    for (let c = 1; c < potential.length; c++) if (potential[c]! > potential[guess]!) guess = c;
  }
  return { class: null, decisionTime: null, margin: null, tie: false, guess };
}
