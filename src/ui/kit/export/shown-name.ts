/** What a picture shows, in words: the stimulus, and what was done to the network's way through it. */
import { standing } from '../../../model/explain-what-if';
import { formatCount } from '../../../words/numbers';
import { editWords } from '../../../view/what-if/what-if';
import { stimulusName } from '../../../view/words/stimulus-name';
import type { View } from '../../../view/view';

/** "test image 13 (label 7)", "a drawing, replay of step 40", "test image 13 (label 7), what if hidden 37 is silenced". */
export function shownName(view: View): string {
  const { session } = view;
  const { spec } = session.network.store.getState();
  const { at } = session.replay.store.getState();
  const edits = view.derived.whatIf() ? standing(view.store.getState().edits) : [];
  const words = edits.map((edit) => editWords(spec, edit));
  return [
    stimulusName(session),
    ...(at ? [`replay of step ${formatCount(at.step)}`] : []),
    ...(words.length > 0 ? [`what if ${words.join(', ')}`] : []),
  ].join(', ');
}
