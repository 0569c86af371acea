/** How many steps a submit should hold, so that it takes about a given time: long enough that submitting costs little, short enough to stop soon and to report often. */

/** A step's time is smoothed over about this many submits. */
const MEMORY = 4;

export interface Pace {
  /** Steps of the next submit. */
  readonly steps: number;
  /** A submit of `steps` steps took `milliseconds`. */
  measured(steps: number, milliseconds: number): void;
}

/** @param target milliseconds of a submit */
export function createPace(most: number, target: number): Pace {
  let perStep: number | undefined;
  let steps = 1;
  return {
    get steps() {
      return steps;
    },
    measured(made, milliseconds) {
      const time = milliseconds / made;
      perStep = perStep === undefined ? time : perStep + (time - perStep) / MEMORY;
      const wanted = Math.ceil(target / Math.max(perStep, 1e-3));
      // At most double: the first submits are slow, since drivers compile and allocate in them, and say little.
      steps = Math.max(1, Math.min(wanted, 2 * steps, most));
    },
  };
}
