/**
 * Accuracy if answers are forced at given times: for all times in one walk through each image's last volley, on the spikes
 * that any engine found. The definition is `forcedAnswer` in src/model; this is the same for many times at once.
 */
import { classCount, layerCount, layerDeadline, type NetworkSpec } from '../../model/network';
import { order } from '../../model/volley';
import { EngineError, type ForcedEvaluation, type SampleRun } from '../engine';

/** The spikes that reach the outputs, in time order. */
export interface LastVolley {
  /** Which neuron spikes, from `from` on; the arrays may hold other samples' spikes before and after. */
  index: ArrayLike<number>;
  time: ArrayLike<number>;
  /** Absent where every spike counts once. */
  multiplicity?: ArrayLike<number>;
  from: number;
  count: number;
}

export interface ForcedSum {
  /**
   * One more image.
   * @param outputs [classes] output spike times
   * @param blank whether no input neuron spikes
   */
  add(label: number, last: LastVolley, outputs: ArrayLike<number>, blank: boolean): void;
  result(): ForcedEvaluation;
}

/**
 * @param weights of the output layer, [presynaptic, stride]
 * @param times ascending
 */
export function createForcedSum(
  spec: NetworkSpec,
  weights: ArrayLike<number>,
  stride: number,
  times: ArrayLike<number>,
): ForcedSum {
  const classes = classCount(spec);
  const deadline = layerDeadline(spec, layerCount(spec));
  const exponential = spec.response === 'exponential';
  const right = new Float64Array(times.length);
  const answered = new Float64Array(times.length);
  const slope = new Float64Array(classes);
  const potential = new Float64Array(classes);
  let images = 0;

  /** Lets the potentials run on without a spike: exact under both responses (see cpu/propagate.ts). */
  const pass = (elapsed: number): void => {
    if (!(elapsed > 0)) return;
    const share = exponential ? -Math.expm1(-elapsed) : 0;
    for (let c = 0; c < classes; c++) {
      potential[c]! += exponential ? (slope[c]! - potential[c]!) * share : slope[c]! * elapsed;
    }
  };
  const highest = (): number => {
    let best = 0;
    for (let c = 1; c < classes; c++) if (potential[c]! > potential[best]!) best = c;
    return best;
  };

  return {
    add(label, { index, time, multiplicity, from, count }, outputs, blank) {
      images++;
      let winner = 0;
      for (let c = 1; c < classes; c++) if (outputs[c]! < outputs[winner]!) winner = c;
      const decision = outputs[winner]!;
      slope.fill(0);
      potential.fill(0);
      let now = 0;
      let p = from;
      for (let k = 0; k < times.length; k++) {
        const t = times[k]!;
        if (decision <= t && decision < Infinity) {
          answered[k]!++;
          if (winner === label) right[k]!++;
          continue;
        }
        if (blank) continue;
        const at = Math.min(t, deadline);
        for (; p < from + count && time[p]! <= at; p++) {
          pass(time[p]! - now);
          now = time[p]!;
          const m = multiplicity ? multiplicity[p]! : 1;
          const row = index[p]! * stride;
          for (let c = 0; c < classes; c++) slope[c]! += weights[row + c]! * m;
        }
        pass(at - now);
        now = Math.max(now, at);
        if (highest() === label) right[k]!++;
      }
    },
    result: () => ({
      accuracy: Array.from(right, (n) => (images === 0 ? 0 : n / images)),
      answered: Array.from(answered, (n) => (images === 0 ? 0 : n / images)),
    }),
  };
}

/** Adds a sample's run. */
export function addRun(sum: ForcedSum, label: number, { layers }: SampleRun): void {
  const { times, multiplicity } = layers[layers.length - 2]!;
  const index = order(times);
  const last: LastVolley = {
    index,
    time: Float32Array.from(index, (i) => times[i]!),
    multiplicity: Float32Array.from(index, (i) => multiplicity[i]!),
    from: 0,
    count: index.length,
  };
  const blank = layers[0]!.times.every((t) => t === Infinity);
  sum.add(label, last, layers[layers.length - 1]!.times, blank);
}

/** [postsynaptic, presynaptic] rows as [presynaptic, postsynaptic]. */
export function columnsFirst(rows: ArrayLike<number>, neurons: number): Float64Array {
  const inputs = rows.length / neurons;
  const columns = new Float64Array(rows.length);
  for (let j = 0; j < neurons; j++) {
    for (let i = 0; i < inputs; i++) columns[i * neurons + j] = rows[j * inputs + i]!;
  }
  return columns;
}

/** Times must be numbers from 0 up, ascending. */
export function checkTimes(times: ArrayLike<number>): void {
  for (let k = 0; k < times.length; k++) {
    const t = times[k]!;
    if (!(t >= (k === 0 ? 0 : times[k - 1]!)) || t === Infinity) {
      throw new EngineError('The times of forced answers must be numbers from 0 up, ascending.');
    }
  }
}
