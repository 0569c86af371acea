/** What the panel says about a neuron, in sentences. */
import type { Explanation } from '../../model/explain';
import { formatTime, plural, formatGap, formatNumber } from '../../words/numbers';

/** "peak 0.82 of threshold 1, 0.18 short"; what else a silent neuron has to tell. */
export function silentWords({
  peak,
  potential,
  settings,
  late,
  at,
  contributions,
  knots,
}: Explanation): string {
  const { threshold, deadline } = settings;
  if (contributions.length === 0) return 'No presynaptic spike reaches it.';
  if (late !== null) {
    return (
      `It would have reached its threshold at ${formatTime(late)}, after its deadline, ${deadline}; ` +
      `at the deadline its potential is ${formatNumber(knots.at(-1)?.potential ?? 0, 3)}.`
    );
  }
  if (peak.time !== at) {
    const most =
      peak.potential > 0 ? `rises above ${formatNumber(peak.potential, 3)}` : 'rises above 0';
    return (
      `Its potential never ${most}: what reaches it holds it back. ` +
      `With its last presynaptic spike, at ${formatTime(at)}, it is ${formatNumber(potential, 3)}.`
    );
  }
  return (
    `Its potential is highest at ${formatTime(at)}: ${formatNumber(potential, 3)}, ` +
    `${formatGap(threshold - potential)} short of the threshold, ${threshold}.`
  );
}

/** What a contribution is a part of: the potential at the moment explained. */
export function addsWords({ time, at, peak }: Explanation): string {
  if (time < Infinity)
    return 'Its part of the potential when the neuron fires: all parts add up to the threshold';
  const highest = peak.time === at ? ', where it is highest' : '';
  return `Its part of the potential at ${formatTime(at)}${highest}: all parts add up to it`;
}

/** "77 of 105 presynaptic spikes came before it fired: its causal set". */
export function causalWords({ causal, contributions }: Explanation): string {
  return `${causal} of ${plural(contributions.length, 'presynaptic spike')} came before it fired: its causal set`;
}
