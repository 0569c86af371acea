import { useId } from 'react';
import styles from './sweep.module.css';

interface Props {
  label: string;
  value: string;
  disabled: boolean;
  onChange: (value: string) => void;
}

/** Numbers of one axis of the grid, as they are typed. */
export function GridField({ label, value, disabled, onChange }: Props) {
  const id = useId();
  return (
    <span className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        value={value}
        disabled={disabled}
        inputMode="numeric"
        autoComplete="off"
        onChange={(event) => onChange(event.target.value)}
      />
    </span>
  );
}
