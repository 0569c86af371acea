/** The axes of a plot: from where to where, and where they are labelled. */
import { roundRange, ticks } from '../../../view/layout/ticks';
import type { Series } from './series';

export interface Axis {
  low: number;
  high: number;
  ticks: readonly number[];
  format: (value: number) => string;
  /** What it counts, beside it. */
  label?: string | undefined;
  /** Equal ways for equal ratios; `low` is above 0. */
  log?: boolean;
}

type Words = Pick<Axis, 'format' | 'label'>;

/** [low, high] of finite values, widened where both are the same. */
export function extent(values: readonly number[]): [number, number] {
  const finite = values.filter(Number.isFinite);
  if (finite.length === 0) return [0, 1];
  const [low, high] = [Math.min(...finite), Math.max(...finite)];
  if (low < high) return [low, high];
  return low === 0 ? [0, 1] : [low - Math.abs(low) * 0.1, high + Math.abs(high) * 0.1];
}

/** 1, 2 and 5 times powers of ten within the range. */
export function logTicks([low, high]: [number, number]): number[] {
  const all: number[] = [];
  for (let p = Math.floor(Math.log10(low)); p <= Math.ceil(Math.log10(high)); p++) {
    for (const f of [1, 2, 5]) all.push(f * 10 ** p);
  }
  const inside = all.filter((t) => t >= low && t <= high);
  return inside.length > 7 ? inside.filter((t) => String(t).startsWith('1')) : inside;
}

/** An axis from the lowest to the highest value, labelled at round numbers. */
export function exactAxis(values: readonly number[], words: Words): Axis {
  const [low, high] = extent(values);
  return { ...words, low, high, ticks: ticks(low, high, 6) };
}

/** An axis from a round number to a round number. @param most no value can be above it */
export function roundAxis(values: readonly number[], words: Words, most = Infinity): Axis {
  const [low, high] = extent(values);
  const [from, to] = roundRange(low, Math.min(high, most), 5);
  return { ...words, low: from, high: to, ticks: ticks(from, to, 5) };
}

/** A y axis of shares, written in per cent: no line comes above the whole. */
export function shareAxis(series: readonly Series[], label: string): Axis {
  const format = (v: number) => String(Number((v * 100).toPrecision(4)));
  return roundAxis(ysOf(series), { label, format }, 1);
}

/** A y axis of other values, to three digits. */
export function valueAxis(series: readonly Series[], label: string): Axis {
  return roundAxis(ysOf(series), { label, format: (v) => String(Number(v.toPrecision(3))) });
}

export const xsOf = (series: readonly Series[]): number[] =>
  series.flatMap(({ points }) => points.map(({ x }) => x));

const ysOf = (series: readonly Series[]): number[] =>
  series.flatMap(({ points }) => points.map(({ y }) => y));

/** A logarithmic axis with some room at both ends. @param values above 0 */
export function logAxis(values: readonly number[], words: Words): Axis {
  const [low, high] = extent(values);
  const range: [number, number] = [low / 1.15, high * 1.15];
  return { ...words, low: range[0], high: range[1], ticks: logTicks(range), log: true };
}
