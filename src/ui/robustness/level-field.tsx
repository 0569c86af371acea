import { useId } from 'react';
import type { Imperfection } from '../../model/imprecise';
import { useNumberInput } from '../kit/use-number-input';
import { fromSlider, LEVELS, toSlider } from './levels';
import styles from './robustness.module.css';

interface Props {
  imperfection: Imperfection;
  value: number;
  disabled: boolean;
  onChange: (level: number) => void;
}

/** One imperfection: a slider, and the same as a number. */
export function LevelField({ imperfection, value, disabled, onChange }: Props) {
  const id = useId();
  const { name, hint, unit, shown, level, slider, format } = LEVELS[imperfection];
  const number = shown(value);
  const { input, error } = useNumberInput({
    label: name,
    value: number,
    step: slider.step,
    whole: imperfection === 'bits',
    percent: unit === '%',
    disabled,
    onChange: (typed) => onChange(level(typed)),
  });
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
          onChange(level(fromSlider(imperfection, Number(event.target.value))));
        }}
      />
      <input {...input} id={id} aria-describedby={error ? `${id}-about` : undefined} />
      <span aria-hidden>{unit}</span>
      {error && <p id={`${id}-about`}>{error}</p>}
    </div>
  );
}
