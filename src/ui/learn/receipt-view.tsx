import { useState } from 'react';
import { LESSONS } from '../../learn/catalogue';
import { fileNameOf, LONGEST_NAME, nameOf, receipt } from '../../learn/receipt';
import { learningOf } from '../../learn/runner-of';
import { addressOf } from '../../view/link/address';
import { captureLink } from '../../view/link/page-link';
import { Button } from '../kit/button';
import { download } from '../kit/download';
import { useTexts } from '../kit/lang/use-texts';
import { useStoreOf, useView } from '../kit/session-context';
import { WORDS } from './words';
import { writeClipboard } from '../kit/write-clipboard';
import styles from './learn.module.css';

/** What a person has done, as a text to be copied or saved; it goes nowhere by itself. */
export function Receipt({ onBack }: { onBack: () => void }) {
  const view = useView();
  const words = useTexts(WORDS);
  const { progress } = learningOf(view);
  const { done, name } = useStoreOf(progress.store);
  const [cut, setCut] = useState(false);
  const [says, setSays] = useState('');
  const numbers = new Map(LESSONS.map(({ plan }) => [plan.id, plan.number]));
  const told = Object.entries(done)
    .map(([id, finished]) => ({ ...finished, number: numbers.get(id) ?? null }))
    .toSorted((a, b) => a.at - b.at);
  const text = receipt(name, told, addressOf(captureLink(view), location.href));
  const copy = async () => {
    try {
      await writeClipboard(text);
      setSays(words.copied);
    } catch {
      setSays(words.notCopied);
    }
  };
  const named = name.trim() !== '';
  const save = () => download(fileNameOf(name), new Blob([text], { type: 'text/plain' }));
  return (
    <div className={styles.scroll} data-testid="receipt">
      <p className={styles.soft}>{words.receiptIntro}</p>
      <label className={styles.name}>
        <span>{words.name}</span>
        <input
          autoComplete="name"
          data-testid="receipt-name"
          value={name}
          onChange={(event) => {
            const typed = nameOf(event.target.value);
            setCut(typed.cut);
            progress.set({ name: typed.name });
          }}
        />
      </label>
      {!named && <p className={styles.soft}>{words.noName}</p>}
      {cut && (
        <p role="alert" className={styles.refused}>
          {words.nameCut(LONGEST_NAME)}
        </p>
      )}
      <textarea
        readOnly
        className={styles.receipt}
        aria-label={words.receipt}
        data-testid="receipt-text"
        value={text}
        onFocus={(event) => event.target.select()}
      />
      <p role="status" className={styles.soft}>
        {says}
      </p>
      <div className={styles.ways}>
        <Button kind="filled" onClick={() => void copy()}>
          {words.copy}
        </Button>
        <Button onClick={save}>{named ? words.save : words.saveNameless}</Button>
        <Button kind="quiet" onClick={onBack}>
          {words.backToList}
        </Button>
      </div>
    </div>
  );
}
