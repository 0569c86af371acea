/** The numbers of the firing equation: what its two sums are for this neuron. */
import type { Explanation } from '../../model/explain';
import { formatTime, formatNumber } from '../../words/numbers';

/** Both halves of the fraction, as they are written: "1 + 0.32" over "2.35". */
export function equationNumbers({ contributions, settings, slope }: Explanation): {
  above: string;
  below: string;
} {
  const exponential = settings.response === 'exponential';
  let sum = 0;
  for (const { causal, weight, multiplicity, time } of contributions) {
    if (causal) sum += weight * multiplicity * (exponential ? Math.exp(time) : time);
  }
  const sign = sum < 0 ? '−' : '+';
  return {
    above: exponential ? digits(sum) : `${settings.threshold} ${sign} ${digits(Math.abs(sum))}`,
    below: digits(slope),
  };
}

/** Three significant digits, without an exponent. */
function digits(x: number): string {
  if (x === 0) return '0';
  const decimals = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(x))));
  return formatNumber(x, Math.min(decimals, 4));
}

/** The equation as a sentence. */
export function spokenEquation(explanation: Explanation): string {
  const { above, below } = equationNumbers(explanation);
  const { time, potential, settings } = explanation;
  if (time === Infinity) {
    return `The potential at ${formatTime(explanation.at)} is ${formatNumber(potential, 3)}, below the threshold ${settings.threshold}.`;
  }
  return settings.response === 'exponential'
    ? `The firing time is the logarithm of ${above} over ${below}, which is ${formatTime(time)}.`
    : `The firing time is ${above} over ${below}, which is ${formatTime(time)}.`;
}
