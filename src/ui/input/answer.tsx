import { useEffect, useState } from 'react';
import { useStoreOf, useWordsVersion, useView } from '../kit/session-context';
import { VisuallyHidden } from '../kit/visually-hidden';
import { ReplayMark } from '../kit/replay-mark';
import { WhatIfMark } from '../kit/what-if-mark';
import { answerWords } from '../../view/words/answer-words';
import styles from './answer.module.css';

/** How long the answer has to stay the same before screen readers announce it: while a pen moves it changes with every event. */
const SETTLED_MILLISECONDS = 500;

/** The answer on show, first the class, then what else: the network's, or a what-if's. Read out once it has settled. */
export function Answer({ compact = false }: { compact?: boolean }) {
  const view = useView();
  useWordsVersion();
  useStoreOf(view.store, (s) => s.edits);
  const { big, lines } = answerWords(view.derived.told());
  const text = [big, ...lines].filter((part) => part !== null).join(', ');
  return (
    <>
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
      <Settled text={text} />
    </>
  );
}

function Settled({ text }: { text: string }) {
  const [settled, setSettled] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), SETTLED_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [text]);
  return <VisuallyHidden aria-live="polite">{settled}</VisuallyHidden>;
}
