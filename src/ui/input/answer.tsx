import { Check } from 'lucide-react';
import { useStoreOf, useWordsVersion, useView } from '../kit/session-context';
import { ReplayMark } from '../kit/replay-mark';
import { WhatIfMark } from '../kit/what-if-mark';
import { Term } from '../kit/term/term';
import { isTeaching } from '../../view/learning';
import { answerWords, openWords, verdictWords } from '../../view/words/answer-words';
import { langStore } from '../../words/lang/lang';
import styles from './answer.module.css';

/**
 * The answer on show, first the class, then what else: the network's, or a what-if's; of a sample whether it is right. While it
 * plays the answer comes when its output fires. It is read out by `Spoken`.
 */
export function Answer({ compact = false }: { compact?: boolean }) {
  const view = useView();
  const { playback, stimulus } = view.session;
  useWordsVersion();
  useStoreOf(view.store, (s) => s.edits);
  useStoreOf(langStore);
  const label = useStoreOf(stimulus.store, (s) => s.sample?.label ?? null);
  const isDecided = useStoreOf(playback.store, () => view.derived.isDecided());
  const teaching = useStoreOf(view.store, isTeaching);
  const told = view.derived.told();
  const { big, lines } = isDecided ? answerWords(told, teaching) : openWords();
  const verdict = isDecided ? verdictWords(told.spec, told.answer, label) : null;
  const leads = isDecided && told.answer?.margin != null && !told.answer.tie;
  return (
    <div
      data-testid="answer"
      className={compact ? `${styles.answer} ${styles.compact}` : styles.answer}
    >
      {big !== null && (
        <strong className={styles.big} data-word={big.length > 2 || undefined} translate="no">
          {`${big} `}
        </strong>
      )}
      <span className={styles.words}>
        <b>{leads ? <Term name="t">{lines[0]}</Term> : <span>{lines[0]}</span>}</b>
        <span className={styles.comma}>{', '}</span>
        <br />
        {leads ? <Term name="lead">{lines[1]}</Term> : <span>{lines[1]}</span>}
        <span> </span>
        {verdict && (
          <span className={styles.verdict} data-right={verdict.isRight} data-testid="verdict">
            {verdict.isRight && <Check size={14} strokeWidth={3} aria-hidden />}
            <span>{`${verdict.words} `}</span>
          </span>
        )}
        <ReplayMark />
        <WhatIfMark />
      </span>
    </div>
  );
}
