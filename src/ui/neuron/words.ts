/** What the panel says about a neuron, in sentences. */
import type { Explanation } from '../../model/explain';
import { formatTime, plural } from '../kit/format';

/** "peak 0.82 of threshold 1, 0.18 short"; what else a silent neuron has to tell. */
export function silentWords({
  peak,
  potential,
  settings,
  late,
  at,
  contributions,
}: Explanation): string {
  const { threshold, deadline } = settings;
  if (contributions.length === 0) return 'No presynaptic spike reaches it.';
  if (late !== null) {
    return (
      `It would have reached its threshold at ${formatTime(late)}, after its deadline, ${deadline}; ` +
      `at the deadline its potential is ${peak.potential.toFixed(3)}.`
    );
  }
  if (peak.time !== at) {
    const most = peak.potential > 0 ? `rises above ${peak.potential.toFixed(3)}` : 'rises above 0';
    return (
      `Its potential never ${most}: what reaches it holds it back. ` +
      `With its last presynaptic spike, at ${formatTime(at)}, it is ${potential.toFixed(3)}.`
    );
  }
  return (
    `Its potential is highest at ${formatTime(at)}: ${potential.toFixed(3)}, ` +
    `${(threshold - potential).toFixed(3)} short of the threshold, ${threshold}.`
  );
}

/** "77 of 105 presynaptic spikes came before it fired: its causal set". */
export function causalWords({ causal, contributions }: Explanation): string {
  return `${causal} of ${plural(contributions.length, 'presynaptic spike')} came before it fired: its causal set`;
}
