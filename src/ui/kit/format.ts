/** Numbers as the page writes them. */

/** A spike time, dimensionless, with three digits: "1.295". */
export function formatTime(t: number): string {
  return t < Infinity ? t.toFixed(3) : 'silent';
}

/** Made once: making a formatter costs more than all its uses in a frame. */
const COUNT = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });

/** A whole number with thousands separated: "21,300". */
export function formatCount(n: number): string {
  return COUNT.format(n);
}

/** A share of [0, 1] in per cent: "97.12 %". */
export function formatPercent(share: number, digits = 2): string {
  return `${(share * 100).toFixed(digits)} %`;
}

/** A learning rate and the like: "1.0e-3", "0.020". */
export function formatSmall(x: number): string {
  if (x === 0) return '0';
  return Math.abs(x) < 0.01 ? x.toExponential(1) : x.toPrecision(2);
}

/** "1 spike", "2 spikes", "1,024 neurons". */
export function plural(n: number, one: string, many = `${one}s`): string {
  return `${formatCount(n)} ${n === 1 ? one : many}`;
}
