import { useId } from 'react';
import type { TermName } from '../../words/terms/en';
import { FieldLabel } from './field-label';
import styles from './fields.module.css';
import { TipPlace } from './term/term-tips';
import { useTerm } from './term/use-term';

export interface Option<T extends string> {
  value: T;
  label: string;
}

interface Props<T extends string> {
  label: string;
  value: T;
  options: readonly Option<T>[];
  onChange: (value: T) => void;
  hint?: string;
  disabled?: boolean;
  /** Shows the control alone; the label is still read out. */
  bare?: boolean;
  /** What it chooses is a term with a sentence: the label's, or where that is not seen the control's own. */
  term?: TermName;
}

/** A native select: it opens as the system's own on every device. */
export function Select<T extends string>(props: Props<T>) {
  const { label, value, options, onChange, hint, disabled, bare, term } = props;
  const id = useId();
  const { handlers, tip } = useTerm<HTMLSelectElement>(bare ? term : undefined);
  const select = (
    <select
      id={id}
      className={bare ? styles.control : `${styles.control} ${styles.wide}`}
      value={value}
      disabled={disabled}
      aria-label={bare || term ? label : undefined}
      title={bare && !term ? (hint ?? label) : undefined}
      aria-describedby={hint && !bare ? `${id}-about` : undefined}
      {...handlers}
      onChange={(event) => onChange(event.target.value as T)}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
  if (bare) {
    return (
      <>
        {select}
        <TipPlace of={tip} />
      </>
    );
  }
  return (
    <div className={styles.row}>
      <FieldLabel {...{ id, label, term }} />
      {select}
      {hint && (
        <p id={`${id}-about`} className={styles.hint}>
          {hint}
        </p>
      )}
    </div>
  );
}
