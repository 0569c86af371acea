/** How far the potential's time axis reaches. */
import type { Explanation } from '../../model/explain';

/**
 * A little past the moment explained, and past the first rival that fires, but never past the rasters' axis.
 * A neuron that nothing reaches is shown over the input window.
 */
export function traceEnd(
  { time, at, contributions, settings }: Explanation,
  rivals: { time: number }[],
  axisEnd: number,
): number {
  if (contributions.length === 0) return Math.min(axisEnd, 1);
  if (time === Infinity)
    return Math.min(Math.max(at * 1.15, 1), settings.deadline, Math.max(axisEnd, at));
  const after = rivals
    .map((rival) => rival.time)
    .filter((t) => t < Infinity)
    .sort((a, b) => a - b);
  // Far enough to show up to three rivals that fire later: they show how close the race was.
  const rival = after[Math.min(2, after.length - 1)] ?? 0;
  return Math.max(Math.min(Math.max(time * 1.2, rival * 1.05), time * 2, axisEnd), time * 1.02);
}
