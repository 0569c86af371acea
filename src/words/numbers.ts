/** Numbers as people read them, in every sentence of the page and of the commands: one minus, one plural, one article. */

/** A hyphen in front of a digit that begins a number becomes a minus. */
const withMinus = (text: string): string => text.replace(/^-/, '−');

/** With so many decimals: "0.842", "−0.250"; what rounds to 0 has no sign. */
export function formatNumber(x: number, decimals: number): string {
  const text = x.toFixed(decimals);
  return Number(text) === 0 ? text.replace('-', '') : withMinus(text);
}

/** A number that was chosen, with the digits it has, six at most: "0.5", "−3", "0.333333". */
export function formatValue(x: number): string {
  return withMinus(String(Number(x.toPrecision(6))));
}

/** A spike time, dimensionless, with three digits: "1.295". */
export function formatTime(t: number): string {
  return t < Infinity ? formatNumber(t, 3) : 'silent';
}

/** How far two times or potentials are apart: "0.201"; a gap too small for three digits is no gap of 0.000: "0.0003". */
export function formatGap(gap: number): string {
  const size = Math.abs(gap);
  return size > 0 && size < 5e-4 ? String(Number(size.toPrecision(1))) : size.toFixed(3);
}

/** A move, with its sign: "+0.034", "−0.0003". */
export function formatShift(shift: number): string {
  return `${shift < 0 ? '−' : '+'}${formatGap(shift)}`;
}

/** Made once: making a formatter costs more than all its uses in a frame. */
const COUNT = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });

/** A whole number with thousands separated: "21,300". */
export function formatCount(n: number): string {
  return withMinus(COUNT.format(n));
}

/** A share of [0, 1] in per cent: "97.12 %". */
export function formatPercent(share: number, digits = 2): string {
  return `${formatNumber(share * 100, digits)} %`;
}

/** A learning rate and the like, two digits as people write them: "0.002", "0.13", "5e-5". */
export function formatSmall(x: number): string {
  const value = Number(x.toPrecision(2));
  return withMinus(Math.abs(value) < 1e-4 && value !== 0 ? value.toExponential() : String(value));
}

/** Three significant digits: "0.0121", "1.24", "12.4"; very small ones as "3.2e-5". */
export function formatFigure(x: number): string {
  if (!Number.isFinite(x)) return x > 0 ? '∞' : '−∞';
  if (x === 0) return '0';
  const size = Math.abs(x);
  if (size < 1e-3 || size >= 1e5) return withMinus(x.toExponential(1));
  return size >= 1000 ? formatNumber(x, 0) : withMinus(x.toPrecision(3));
}

/** "1 spike", "2 spikes", "1,024 neurons", "1.5 epochs". */
export function plural(n: number, one: string, many = `${one}s`): string {
  return `${Number.isInteger(n) ? formatCount(n) : formatValue(n)} ${n === 1 ? one : many}`;
}

/** The verb that goes with a number: "1 stays", "2 stay". */
export function verb(n: number, one: string, many: string): string {
  return n === 1 ? one : many;
}

/** A digit with its article: "a 7", "an 8", "an 11", "an 18", "an 80". */
export function withArticle(n: number): string {
  return `${/^(8\d*|11|18)$/.test(String(n)) ? 'an' : 'a'} ${n}`;
}
