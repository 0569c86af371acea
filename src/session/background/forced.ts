/** Speed against accuracy on the test set: what the network would answer if forced to at each time, for the weights evaluated last. */
import { createStore } from 'zustand/vanilla';
import type { Evaluation } from '../../engine/engine';
import { layerCount, layerDeadline } from '../../model/network';
import type { Core } from '../core/core';
import { isTraining } from '../training/training-state';

export interface SpeedCurve {
  /** Ascending, from 0 to the output's deadline; dense where answers come, then the deadline alone. */
  times: Float32Array;
  /** [times] share of the test set answered correctly if forced to at that time, [0, 1]. */
  accuracy: number[];
  /** [times] share for which an output has fired by then. */
  answered: number[];
}

export interface ForcedState {
  /** null until it is worked out. */
  curve: SpeedCurve | null;
  /** The evaluation whose weights the curve is of. */
  of: Evaluation | null;
  working: boolean;
}

/** Times at which answers are forced before the last one comes. */
const POINTS = 160;

/** Evenly spaced up to the last answer, then the deadline. @param decisions +Infinity where no output fires */
export function forcedTimes(decisions: ArrayLike<number>, deadline: number): Float32Array {
  let last = 0;
  for (let n = 0; n < decisions.length; n++) {
    if (decisions[n]! < Infinity) last = Math.max(last, decisions[n]!);
  }
  const end = last > 0 ? Math.min(last, deadline) : deadline;
  const times = Array.from({ length: POINTS + 1 }, (_, k) => (end * k) / POINTS);
  if (deadline > end) times.push(deadline);
  return Float32Array.from(times);
}

/** Both shares at t, linear between the curve's times; its last values after them. */
export function curveAt(
  { times, accuracy, answered }: SpeedCurve,
  t: number,
): { accuracy: number; answered: number } {
  let low = 0;
  let high = times.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (times[middle]! <= t) low = middle;
    else high = middle;
  }
  const span = times[high]! - times[low]!;
  const share = span > 0 ? Math.min(1, Math.max(0, (t - times[low]!) / span)) : 1;
  const at = (values: number[]) => values[low]! + share * (values[high]! - values[low]!);
  return { accuracy: at(accuracy), answered: at(answered) };
}

export function createForced(
  core: Pick<Core, 'engine' | 'guarded' | 'network' | 'place' | 'training'>,
) {
  const store = createStore<ForcedState>(() => ({ curve: null, of: null, working: false }));

  /** Works the curve out where it is missing or of older weights. While training is under way it does nothing: ask again afterwards. */
  async function want(): Promise<void> {
    const { engine } = core;
    const { evaluation, spec, weights } = core.network.getState();
    const { step, status } = core.training.getState();
    const place = core.place();
    if (!engine || !evaluation || !weights || store.getState().working || place === null) return;
    if (store.getState().of === evaluation || isTraining(status) || status === 'pausing') return;
    const deadline = layerDeadline(spec, layerCount(spec));
    const times = forcedTimes(evaluation.decisionTimes, deadline);
    store.setState({ working: true });
    let done = false;
    await core.guarded(async () => {
      const result = await engine.evaluateForced('test', times).catch((error: unknown) => {
        if (core.place() === place) throw error;
      });
      if (!result) return;
      // The weights have changed meanwhile: the curve is not of those on the page.
      if (core.engine !== engine || core.training.getState().step !== step) return;
      if (core.network.getState().evaluation !== evaluation) return;
      store.setState({ curve: { times, ...result }, of: evaluation });
      done = true;
    }, 'forced');
    store.setState({ working: false });
    if (!done && core.network.getState().evaluation !== evaluation) await want();
  }

  return { store, want };
}

export type Forced = ReturnType<typeof createForced>;
