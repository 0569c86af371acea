/** Sentences about forced answers. */
import type { ForcedAnswer } from '../../model/explain-forced';
import { className } from '../../model/class-names';
import type { NetworkSpec } from '../../model/network';
import { formatPercent, formatTime, formatNumber } from '../../words/numbers';
import { labelWords } from './label-words';

/** "forced at 0.840: 7, the highest potential (0.71 of the threshold); the label is 7". */
export function forcedWords(
  spec: Pick<NetworkSpec, 'classNames' | 'layers' | 'threshold'>,
  { class: answer, by, potential }: ForcedAnswer,
  t: number,
  label: number | null,
): string {
  const when = `Forced at ${formatTime(t)}`;
  if (answer === null) return `${when}: no answer, no input spikes`;
  const told =
    label === null
      ? ''
      : answer === label
        ? ', which is right'
        : `, but it is ${labelWords(spec, label)}`;
  const name = className(spec, answer);
  if (by === 'spike') return `${when}: ${name}, whose output has fired${told}`;
  const highest = potential[answer]!;
  if (potential.every((v) => v === 0)) {
    return `${when}: nothing has reached the outputs yet, so the lowest class, ${name}, stands in`;
  }
  const share = formatNumber(highest / spec.threshold, 2);
  return `${when}: ${name}, the highest potential (${share} of the threshold)${told}`;
}

/** "On the test set: 63.1 % right at this time, 41.0 % by a spike". */
export function curveWords({ accuracy, answered }: { accuracy: number; answered: number }): string {
  return (
    `If the whole test set had to be answered then: ${formatPercent(accuracy, 1)} right; ` +
    `${formatPercent(answered, 1)} have an output spike`
  );
}
