/** The moments that are kept with a run, so that a run brought back can be replayed: a capped few of those along it. */
import type { NetworkSpec } from '../../model/network';
import type { Moment } from '../../engine/engine';
import { layersOf, readOr, record, step } from './stored';

/** Moments a run at most, and bytes of all of them together. */
export const MOST_MOMENTS = 12;
export const MOST_MOMENT_BYTES = 5e6;

/**
 * The moments to keep, evenly along the run and its first weights among them; none where not even these have room.
 * @param step at which the run stands: its weights are kept apart, and are not one of them
 */
export function momentsToKeep(moments: readonly Moment[], step: number): Moment[] {
  const past = moments.filter((s) => s.step < step);
  if (past.length === 0) return [];
  const bytes = past[0]!.weights.reduce((sum, w) => sum + w.byteLength, 0);
  const most = Math.min(MOST_MOMENTS, Math.floor(MOST_MOMENT_BYTES / Math.max(1, bytes)));
  if (past.length <= most) return past;
  return Array.from({ length: most }, (_, i) => past[Math.floor((i * past.length) / most)]!);
}

/** What lies in storage as moments of a network, as far as it is that. */
export function momentsFrom(value: unknown, spec: NetworkSpec): Moment[] {
  if (!Array.isArray(value)) return [];
  const moment = record<Moment>({ step, weights: layersOf(spec) });
  return value.map((entry) => readOr(() => moment(entry))).filter((found) => found !== null);
}
