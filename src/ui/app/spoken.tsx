import { useEffect, useState } from 'react';
import { saidDecision } from '../../view/words/decision-sentence';
import { langStore } from '../../words/lang/lang';
import { useStoreOf, useView, useWordsVersion } from '../kit/session-context';
import { VisuallyHidden } from '../kit/visually-hidden';

/** How long a decision has to stay the same before it is read out: while a pen moves or a network trains it changes all the time. */
const SETTLED_MILLISECONDS = 500;

/** For screen readers, whichever panels are there: the decision in one sentence, once it has settled, no spike is held, and playing has come to it. */
export function Spoken() {
  const view = useView();
  const { session } = view;
  useWordsVersion();
  useStoreOf(langStore, (s) => s.lang);
  useStoreOf(session.stimulus.store, (s) => s.sample);
  useStoreOf(view.store, (s) => s.edits);
  const held = useStoreOf(view.store, (s) => s.hand?.held === true);
  const isDecided = useStoreOf(session.playback.store, () => view.derived.isDecided());
  const sentence = saidDecision(view);
  const [settled, setSettled] = useState('');
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => setSettled(sentence), SETTLED_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [sentence, held]);
  return (
    <VisuallyHidden aria-live="polite" data-testid="spoken">
      {isDecided ? settled : ''}
    </VisuallyHidden>
  );
}
