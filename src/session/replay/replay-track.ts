/** The weights along a training run, capped: once full, every second moment is dropped, so that a long run is covered from end to end. */
import type { Moment } from '../../engine/engine';

/** Most moments of a run, and most weights of all its moments together (64 MB). */
export const MOST_TRACK_MOMENTS = 120;
export const MOST_TRACK_WEIGHTS = 1.6e7;

export interface Track {
  /** Ascending by step; the first and the newest are always there. */
  moments: Moment[];
  /** Steps to be made before the next moment is worth taking. */
  gap: number;
}

export const EMPTY_TRACK: Track = { moments: [], gap: 1 };

const size = ({ weights }: Moment) => weights.reduce((sum, w) => sum + w.length, 0);

/** How many moments of this size there is room for: at least the first, one between and the newest. */
export function room(moment: Moment): number {
  return Math.max(
    3,
    Math.min(MOST_TRACK_MOMENTS, Math.floor(MOST_TRACK_WEIGHTS / Math.max(1, size(moment)))),
  );
}

/** The track with a moment at its end; moments at or after its step are dropped: training went back to before them. */
export function addMoment(track: Track, moment: Moment): Track {
  const moments = [...track.moments.filter((s) => s.step < moment.step), moment];
  if (moments.length <= room(moment)) return { ...track, moments };
  const newest = moments.length - 1;
  const thinned = moments.filter((_, i) => i % 2 === 0 || i === newest);
  const spacing = (moment.step - moments[0]!.step) / newest;
  return { moments: thinned, gap: Math.max(track.gap, Math.ceil(2 * spacing)) };
}

/** Whether weights at `step` are worth a moment. */
export function isDue({ moments, gap }: Track, step: number): boolean {
  const last = moments[moments.length - 1];
  return !last || step >= last.step + gap || step < last.step;
}
