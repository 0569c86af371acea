/** What a simulator with time steps would have answered, beside the exact answer. */
import { className } from '../../model/class-names';
import type { NetworkSpec } from '../../model/network';
import type { Readout } from '../../model/readout';
import { formatGap, formatTime } from '../../words/numbers';

type Named = Pick<NetworkSpec, 'classNames' | 'layers'>;

/** "the answer is 7 at 0.780", "4 and 9 tie at 0.900, and the lowest class, 4, answers", "no output fires". @param times [classes] of the outputs */
function answered(spec: Named, answer: Readout, times: ArrayLike<number>): string {
  if (answer.class === null) return 'no output fires';
  const at = formatTime(answer.decisionTime!);
  if (!answer.tie) return `the answer is ${className(spec, answer.class)} at ${at}`;
  const first = Array.from({ length: times.length }, (_, c) => c).filter(
    (c) => times[c] === answer.decisionTime,
  );
  const tied = first.map((c) => className(spec, c)).join(' and ');
  return `${tied} tie at ${at}, and the lowest class, ${className(spec, answer.class)}, answers`;
}

/** "the answer is 7 at 0.780. Exactly it is 7 at 0.762: the clock is 0.018 late." */
export function steppedWords(
  spec: Named,
  stepped: Readout,
  times: ArrayLike<number>,
  exact: Readout,
): string {
  const told = answered(spec, stepped, times);
  if (exact.class === null) return `${told}. Exactly no output fires.`;
  const real = `${className(spec, exact.class)} at ${formatTime(exact.decisionTime!)}`;
  if (stepped.class === null) return `${told}. Exactly it is ${real}.`;
  const shift = stepped.decisionTime! - exact.decisionTime!;
  const by = `the clock is ${formatGap(shift)} ${shift < 0 ? 'early' : 'late'}`;
  return stepped.class === exact.class
    ? `${told}. Exactly it is ${real}: ${by}.`
    : `${told}. Exactly it is ${real}: another answer.`;
}
