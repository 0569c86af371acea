import { useStoreOf, useWordsVersion, useView } from '../kit/session-context';
import { ReplayMark } from '../kit/replay-mark';
import { WhatIfMark } from '../kit/what-if-mark';
import { answerWords } from '../../view/words/answer-words';
import styles from './answer.module.css';

/** The answer on show, first the class, then what else: the network's, or a what-if's. It is read out by `Spoken`. */
export function Answer({ compact = false }: { compact?: boolean }) {
  const view = useView();
  useWordsVersion();
  useStoreOf(view.store, (s) => s.edits);
  const { big, lines } = answerWords(view.derived.told());
  return (
    <div
      data-testid="answer"
      className={compact ? `${styles.answer} ${styles.compact}` : styles.answer}
    >
      {big !== null && <strong className={styles.big} translate="no">{`${big} `}</strong>}
      <span className={styles.words}>
        <b>{lines[0]}</b>
        <span>{', '}</span>
        <br />
        <span>{`${lines[1]} `}</span>
        <ReplayMark />
        <WhatIfMark />
      </span>
    </div>
  );
}
