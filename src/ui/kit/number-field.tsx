import { useId, useState } from 'react';
import styles from './fields.module.css';

interface Props {
  label: string;
  value: number;
  min?: number;
  max?: number;
  step?: number;
  onChange: (value: number) => void;
  /** One sentence under the field. */
  hint?: string;
  /** What is wrong with the value, in a sentence. */
  error?: string | null;
  /** What is wrong with a number typed in (NaN: none), in a sentence: it is said there and not reported. */
  check?: (value: number) => string | null;
  disabled?: boolean;
}

/** A number typed in. Half-typed text stays as it is and is not reported; leaving the field brings the value back. */
export function NumberField(props: Props) {
  const { label, value, min, max, step, onChange, hint, check, disabled } = props;
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const number = (text: string) => (text.trim() === '' ? NaN : Number(text));
  const error = (typed !== null && check?.(number(typed))) || props.error;
  return (
    <div className={styles.row}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <input
        id={id}
        type="number"
        inputMode={step === 1 ? 'numeric' : 'decimal'}
        className={`${styles.control} ${styles.wide}`}
        min={min}
        max={max}
        step={step ?? 'any'}
        value={typed ?? String(value)}
        disabled={disabled}
        aria-invalid={error ? true : undefined}
        aria-describedby={error || hint ? `${id}-about` : undefined}
        onChange={(event) => {
          const text = event.target.value;
          setTyped(text);
          const next = number(text);
          if (Number.isFinite(next) && !check?.(next)) onChange(next);
        }}
        onBlur={() => setTyped(null)}
      />
      {(error || hint) && (
        <p id={`${id}-about`} className={error ? styles.error : styles.hint}>
          {error || hint}
        </p>
      )}
    </div>
  );
}
