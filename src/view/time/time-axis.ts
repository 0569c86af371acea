/** The one time axis of all rasters: which stretch of time is seen, and where a time lies on it. */
import { formatNumber } from '../../words/numbers';
import { ticks } from '../layout/ticks';

export interface TimeWindow {
  start: number;
  end: number;
}

/** A window onto pixels: `left` is the x of `start`, `width` the way to `end`. */
export interface TimeScale extends TimeWindow {
  left: number;
  width: number;
}

/** The shortest stretch one can zoom to. */
export const SHORTEST = 0.02;

export function toX(scale: TimeScale, t: number): number {
  return scale.left + ((t - scale.start) / (scale.end - scale.start)) * scale.width;
}

export function toTime(scale: TimeScale, x: number): number {
  return scale.start + ((x - scale.left) / scale.width) * (scale.end - scale.start);
}

export function inWindow({ start, end }: TimeWindow, t: number): boolean {
  return t >= start && t <= end;
}

/** Keeps a window inside [0, end] and no shorter than SHORTEST; null when it shows everything. */
export function clampWindow({ start, end }: TimeWindow, fullEnd: number): TimeWindow | null {
  const length = Math.max(end - start, SHORTEST);
  if (length >= fullEnd * 0.999) return null;
  const from = Math.min(Math.max(start, 0), fullEnd - length);
  return { start: from, end: from + length };
}

/** Zooms by `factor` (above 1: closer) so that time `anchor` stays where it is. */
export function zoomAt(
  { start, end }: TimeWindow,
  anchor: number,
  factor: number,
  fullEnd: number,
): TimeWindow | null {
  const length = Math.max((end - start) / factor, SHORTEST);
  const share = (anchor - start) / (end - start);
  return clampWindow(
    { start: anchor - share * length, end: anchor + (1 - share) * length },
    fullEnd,
  );
}

export function panBy(window: TimeWindow, by: number, fullEnd: number): TimeWindow | null {
  return clampWindow({ start: window.start + by, end: window.end + by }, fullEnd);
}

/**
 * The end of the axis, held still while it still fits: it grows at once and shrinks only by a good step, so that the
 * raster does not breathe while a digit is drawn or a network trains.
 */
export function steadyEnd(before: number | null, wanted: number): number {
  if (before === null || wanted > before || wanted < before * 0.7) return wanted;
  return before;
}

/** Round times to label, about one every `spacing` pixels. */
export function axisTicks({ start, end, width }: TimeScale, spacing: number): number[] {
  return ticks(start, end, Math.max(2, Math.floor(width / spacing)));
}

/** A tick's label with as many decimals as its step needs. */
export function tickLabel(t: number, all: number[]): string {
  const step = all.length > 1 ? all[1]! - all[0]! : 1;
  const decimals = Math.max(1, Math.min(4, Math.ceil(-Math.log10(step) - 1e-9)));
  return formatNumber(t, decimals);
}
