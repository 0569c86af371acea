/** What a picture shows, in words: the stimulus, and what was done to the network's way through it. */
import { standing } from '../../../model/explain-what-if';
import type { Session } from '../../../session/session';
import { formatCount } from '../../../words/numbers';
import { derivedOf } from '../../../view/scene/derive';
import { spikesView } from '../../../view/spikes-view';
import { editWords } from '../../../view/what-if/what-if';
import { stimulusName } from '../../../view/words/stimulus-name';

/** "test image 13 (label 7)", "a drawing, replay of step 40", "test image 13 (label 7), what if hidden 37 is silenced". */
export function shownName(session: Session): string {
  const { spec } = session.network.store.getState();
  const { at } = session.replay.store.getState();
  const edits = derivedOf(session).whatIf() ? standing(spikesView(session).getState().edits) : [];
  const words = edits.map((edit) => editWords(spec, edit));
  return [
    stimulusName(session),
    ...(at ? [`replay of step ${formatCount(at.step)}`] : []),
    ...(words.length > 0 ? [`what if ${words.join(', ')}`] : []),
  ].join(', ');
}
