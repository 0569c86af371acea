/** What learning asks of the output spike times (model.md, section 4). */

export const LOSSES = ['heuristic', 'cross-entropy'] as const;
export type LossName = (typeof LOSSES)[number];

export interface LossSettings {
  loss: LossName;
  /** g: the lead the target class must have over every rival (heuristic). */
  margin: number;
  /** tau of the softmax over spike times (cross-entropy). */
  temperature: number;
}

export interface LossResult {
  /** E of this sample. */
  loss: number;
  /**
   * [classes] dE/dt of every output. A silent output keeps only a positive error (it should have fired earlier: the
   * push of section 3); it is never asked to fire later.
   */
  error: Float64Array;
}

/**
 * @param times [classes] output spike times, +Infinity silent (counted as the deadline)
 * @param target the true class
 * @param deadline L * T_max of the output layer
 */
export function outputError(
  times: ArrayLike<number>,
  target: number,
  deadline: number,
  settings: LossSettings,
): LossResult {
  const error = new Float64Array(times.length);
  const clipped = Float64Array.from(times, (t) => Math.min(t, deadline));
  const loss =
    settings.loss === 'heuristic'
      ? heuristic(clipped, target, settings.margin, error)
      : crossEntropy(clipped, target, settings.temperature, error);
  for (let c = 0; c < error.length; c++) if (times[c] === Infinity && error[c]! < 0) error[c] = 0;
  return { loss, error };
}

/** E = 1/2 sum_{c != y} v_c^2 g with v_c = max(0, t_y + g - t_c) / g. */
function heuristic(
  times: Float64Array,
  target: number,
  margin: number,
  error: Float64Array,
): number {
  let loss = 0;
  for (let c = 0; c < times.length; c++) {
    if (c === target) continue;
    const v = Math.max(0, times[target]! + margin - times[c]!) / margin;
    loss += 0.5 * v * v * margin;
    error[c] = -v;
    error[target]! += v;
  }
  return loss;
}

/** Softmax over -t / tau; E = -ln p_y. */
function crossEntropy(
  times: Float64Array,
  target: number,
  temperature: number,
  error: Float64Array,
): number {
  const first = Math.min(...times);
  let sum = 0;
  for (let c = 0; c < times.length; c++) sum += Math.exp((first - times[c]!) / temperature);
  for (let c = 0; c < times.length; c++) {
    const p = Math.exp((first - times[c]!) / temperature) / sum;
    error[c] = ((c === target ? 1 : 0) - p) / temperature;
  }
  return (times[target]! - first) / temperature + Math.log(sum);
}
