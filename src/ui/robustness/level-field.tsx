import { useId, useState } from 'react';
import type { Imperfection } from '../../model/imprecise';
import { fromSlider, LEVELS, toSlider } from './levels';
import styles from './robustness.module.css';

interface Props {
  imperfection: Imperfection;
  value: number;
  disabled: boolean;
  onChange: (level: number) => void;
}

/** One imperfection: a slider, and the same as a number. Half-typed text stays as it is; leaving the field brings the value back. */
export function LevelField({ imperfection, value, disabled, onChange }: Props) {
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const { name, hint, unit, shown, level, slider, format } = LEVELS[imperfection];
  const number = shown(value);
  return (
    <div className={styles.level} title={hint}>
      <label htmlFor={id}>{name}</label>
      <input
        type="range"
        aria-label={`${name}, slider`}
        aria-valuetext={format(value)}
        {...slider}
        value={toSlider(imperfection, number)}
        disabled={disabled}
        onChange={(event) => {
          setTyped(null);
          onChange(level(fromSlider(imperfection, Number(event.target.value))));
        }}
      />
      <input
        id={id}
        inputMode="decimal"
        autoComplete="off"
        value={typed ?? String(number)}
        disabled={disabled}
        onChange={(event) => {
          const text = event.target.value;
          setTyped(text);
          if (text.trim() !== '') onChange(level(Number(text)));
        }}
        onBlur={() => setTyped(null)}
      />
      <span aria-hidden>{unit}</span>
    </div>
  );
}
