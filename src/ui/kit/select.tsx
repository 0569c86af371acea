import { useId } from 'react';
import styles from './fields.module.css';

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
}

/** A native select: it opens as the system's own on every device. */
export function Select<T extends string>(props: Props<T>) {
  const { label, value, options, onChange, hint, disabled, bare } = props;
  const id = useId();
  const select = (
    <select
      id={id}
      className={bare ? styles.control : `${styles.control} ${styles.wide}`}
      value={value}
      disabled={disabled}
      aria-label={bare ? label : undefined}
      title={bare ? (hint ?? label) : undefined}
      aria-describedby={hint && !bare ? `${id}-about` : undefined}
      onChange={(event) => onChange(event.target.value as T)}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
  if (bare) return select;
  return (
    <div className={styles.row}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      {select}
      {hint && (
        <p id={`${id}-about`} className={styles.hint}>
          {hint}
        </p>
      )}
    </div>
  );
}
