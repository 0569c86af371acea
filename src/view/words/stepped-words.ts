/** What a simulator with time steps would have answered, beside the exact answer. */
import type { Readout } from '../../model/readout';
import { formatGap, formatTime } from '../../words/numbers';

/** "the answer is 7 at 0.780", "4 and 9 tie at 0.900, and the lowest class, 4, answers", "no output fires". @param times [classes] of the outputs */
function answered(answer: Readout, times: ArrayLike<number>): string {
  if (answer.class === null) return 'no output fires';
  const at = formatTime(answer.decisionTime!);
  if (!answer.tie) return `the answer is ${answer.class} at ${at}`;
  const first = Array.from({ length: times.length }, (_, c) => c).filter(
    (c) => times[c] === answer.decisionTime,
  );
  return `${first.join(' and ')} tie at ${at}, and the lowest class, ${answer.class}, answers`;
}

/** "the answer is 7 at 0.780. Exactly it is 7 at 0.762: the clock is 0.018 late." */
export function steppedWords(stepped: Readout, times: ArrayLike<number>, exact: Readout): string {
  const told = answered(stepped, times);
  if (exact.class === null) return `${told}. Exactly no output fires.`;
  const real = `${exact.class} at ${formatTime(exact.decisionTime!)}`;
  if (stepped.class === null) return `${told}. Exactly it is ${real}.`;
  const shift = stepped.decisionTime! - exact.decisionTime!;
  const by = `the clock is ${formatGap(shift)} ${shift < 0 ? 'early' : 'late'}`;
  return stepped.class === exact.class
    ? `${told}. Exactly it is ${real}: ${by}.`
    : `${told}. Exactly it is ${real}: another answer.`;
}
