import { useId } from 'react';
import type { TermName } from '../../words/terms/en';
import { FieldLabel } from './field-label';
import styles from './fields.module.css';
import { useNumberInput, type NumberInput } from './use-number-input';

interface Props extends NumberInput {
  /** One sentence under the field. */
  hint?: string;
  /** What is wrong with the value, in a sentence. */
  error?: string | null;
  /** The label is a term with a sentence. */
  term?: TermName | undefined;
}

/** A number typed in, with its label and what is wrong with it. */
export function NumberField({ hint, error: problem, term, ...number }: Props) {
  const id = useId();
  const { error: typed, input } = useNumberInput(number);
  const error = typed ?? problem;
  return (
    <div className={styles.row}>
      <FieldLabel id={id} label={number.label} term={term} />
      <input
        {...input}
        id={id}
        aria-label={term && number.label}
        className={`${styles.control} ${styles.wide}`}
        aria-invalid={error ? true : undefined}
        aria-describedby={error || hint ? `${id}-about` : undefined}
      />
      {(error || hint) && (
        <p id={`${id}-about`} className={error ? styles.error : styles.hint}>
          {error || hint}
        </p>
      )}
    </div>
  );
}
