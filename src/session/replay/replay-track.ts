/** The weights along a training run, capped: once full, every second goes, so that a long run keeps its whole length. */

export interface Shot {
  /** Training steps made by then. */
  step: number;
  /** [postsynaptic * presynaptic] a layer. */
  weights: Float32Array<ArrayBuffer>[];
}

/** Most shots of a run, and most weights of all its shots together (64 MB). */
export const MOST_SHOTS = 120;
export const MOST_SHOT_WEIGHTS = 1.6e7;

export interface Track {
  /** Ascending by step; the first and the newest are always there. */
  shots: Shot[];
  /** Steps to be made before the next shot is worth taking. */
  gap: number;
}

export const EMPTY_TRACK: Track = { shots: [], gap: 1 };

const size = ({ weights }: Shot) => weights.reduce((sum, w) => sum + w.length, 0);

/** How many shots of this size there is room for: at least the first, one between and the newest. */
export function room(shot: Shot): number {
  return Math.max(3, Math.min(MOST_SHOTS, Math.floor(MOST_SHOT_WEIGHTS / Math.max(1, size(shot)))));
}

/** The track with a shot at its end; what lies at or after its step is of a course that was given up. */
export function addShot(track: Track, shot: Shot): Track {
  const shots = [...track.shots.filter((s) => s.step < shot.step), shot];
  if (shots.length <= room(shot)) return { ...track, shots };
  const newest = shots.length - 1;
  const thinned = shots.filter((_, i) => i % 2 === 0 || i === newest);
  const spacing = (shot.step - shots[0]!.step) / newest;
  return { shots: thinned, gap: Math.max(track.gap, Math.ceil(2 * spacing)) };
}

/** Whether weights at `step` are worth a shot. */
export function isDue({ shots, gap }: Track, step: number): boolean {
  const last = shots[shots.length - 1];
  return !last || step >= last.step + gap || step < last.step;
}
