/** How the race stands at the cursor, as a picture says it: what is to come is not told before it comes. */
import { decisionWords } from '../../../view/words/spike-words';
import { formatTime } from '../../../words/numbers';
import type { View } from '../../../view/view';

export function outcomeWords({ derived }: View): string {
  const { spec, run, answer, blank } = derived.scene();
  if (!run || !answer) return '';
  const t = derived.cursor();
  if (t < (answer.decisionTime ?? derived.end())) {
    return `t = ${formatTime(t)}: the race is on, no output has fired yet`;
  }
  const { title, detail } = decisionWords(spec, run, answer, blank);
  return detail ? `${title}, ${detail}` : title;
}
