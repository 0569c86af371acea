/**
 * Round numbers on axes: multiples of 1, 2 or 5 times a power of ten. They are those of d3-scale's linear scale, which is too large a
 * file for what the page fetches first.
 */

/** Round numbers are n * step / unit. One of the two is 1, and both are whole: 3 / 10 is written 0.3, 3 * 0.1 is not. */
interface Round {
  step: number;
  unit: number;
}

/** The round numbers of which about `count` lie from `low` to `high`. */
function roundOf(low: number, high: number, count: number): Round {
  const wanted = (high - low) / count;
  const power = Math.floor(Math.log10(wanted));
  const over = wanted / 10 ** power;
  const times = over >= Math.sqrt(50) ? 10 : over >= Math.sqrt(10) ? 5 : over >= Math.SQRT2 ? 2 : 1;
  return power < 0
    ? { step: 1, unit: 10 ** -power / times }
    : { step: times * 10 ** power, unit: 1 };
}

/** About `count` round numbers from `low` to `high`; `low` is below `high`. */
export function ticks(low: number, high: number, count: number): number[] {
  const { step, unit } = roundOf(low, high, count);
  const number = (n: number) => (n * step) / unit;
  let first = Math.round((low * unit) / step);
  let last = Math.round((high * unit) / step);
  if (number(first) < low) first++;
  if (number(last) > high) last--;
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, k) => number(first + k));
}

/** The range widened to the nearest round numbers, of which it has about `count`. */
export function roundRange(low: number, high: number, count: number): [number, number] {
  let [from, to] = [low, high];
  let before: Round = { step: 0, unit: 0 };
  // A wider range may have rounder numbers, and they a wider range.
  for (let times = 0; times < 10; times++) {
    const { step, unit } = roundOf(from, to, count);
    if (step === before.step && unit === before.unit) break;
    from = (Math.floor((from * unit) / step) * step) / unit;
    to = (Math.ceil((to * unit) / step) * step) / unit;
    before = { step, unit };
  }
  return [from, to];
}
