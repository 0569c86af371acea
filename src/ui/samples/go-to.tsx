import { useId, useState } from 'react';
import { nounOf } from '../../data/noun';
import type { ImageSet } from '../../data/image-set';
import type { DataRole } from '../../engine/engine';
import { isComposing } from '../../view/keys';
import { numberFault, readNumber } from '../kit/read-number';
import { useSession } from '../kit/session-context';
import styles from './samples.module.css';

interface Props {
  /** The set whose samples are counted, from 1. */
  set: ImageSet;
  role: DataRole;
  /** The one shown, counted from 0; null: none of the set. */
  index: number | null;
}

/** The number of the sample shown, from 1; another typed in, and Enter, goes there. What is no number of a sample gets a sentence. */
export function GoTo({ set, role, index }: Props) {
  const { stimulus } = useSession();
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const label = `number of the ${role === 'test' ? 'test' : 'training'} ${nounOf(set).one}`;
  const go = () => {
    const number = readNumber(typed ?? '', { whole: true });
    if (typed === null || typed.trim() === '') return leave();
    const wrong = numberFault(
      { label: `the ${label}`, min: 1, max: set.count, whole: true },
      number,
    );
    setFault(wrong);
    if (wrong !== null) return;
    setTyped(null);
    stimulus.show(role, number! - 1);
  };
  const leave = () => {
    setTyped(null);
    setFault(null);
  };
  return (
    <>
      <input
        className={styles.number}
        style={{ width: `${Math.max(3, String(set.count).length) + 2}ch` }}
        inputMode="numeric"
        autoComplete="off"
        aria-label={`Go to the ${label}`}
        title={`Type the ${label}, then Enter`}
        aria-invalid={fault ? true : undefined}
        aria-describedby={fault ? id : undefined}
        data-testid="sample-number"
        value={typed ?? (index === null ? '' : String(index + 1))}
        onFocus={(event) => event.target.select()}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={leave}
        onKeyDown={(event) => {
          if (isComposing(event.nativeEvent)) return;
          if (event.key === 'Enter') go();
          else if (event.key === 'Escape') leave();
        }}
      />
      {fault && (
        <span id={id} role="alert" className={styles.fault}>
          {fault}
        </span>
      )}
    </>
  );
}
