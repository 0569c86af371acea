import { useId } from 'react';
import type { TermName } from '../../words/terms/en';
import { FieldLabel } from './field-label';
import styles from './fields.module.css';

interface Props {
  label: string;
  /** A value beyond the ends is shown as it is, and stays until the slider is moved. */
  value: number;
  min: number;
  max: number;
  /** Step of the value; on a logarithmic slider, steps a decade are fixed and this is not used. */
  step?: number;
  /** Equal ways for equal ratios; `min` must be above 0. */
  log?: boolean;
  format?: (value: number) => string;
  onChange: (value: number) => void;
  /** One sentence: what it does. */
  hint?: string;
  disabled?: boolean;
  /** The label is a term with a sentence. */
  term?: TermName | undefined;
}

/** Resolution of a logarithmic slider. */
const STEPS_A_DECADE = 40;

/** Two significant digits: what a logarithmic slider lands on. */
function rounded(x: number): number {
  return Number(x.toPrecision(2));
}

export function Slider(props: Props) {
  const {
    label,
    value,
    min,
    max,
    step,
    log,
    format = String,
    onChange,
    hint,
    disabled,
    term,
  } = props;
  const id = useId();
  const scale = log
    ? {
        min: Math.log10(min),
        max: Math.log10(max),
        step: 1 / STEPS_A_DECADE,
        at: Math.log10(Math.min(max, Math.max(min, value))),
      }
    : { min, max, step: step ?? 'any', at: value };
  return (
    <div className={styles.row} title={hint}>
      <FieldLabel {...{ id, label, term }} />
      <input
        id={id}
        aria-label={term && label}
        type="range"
        className={styles.range}
        min={scale.min}
        max={scale.max}
        step={scale.step}
        value={scale.at}
        disabled={disabled}
        aria-valuetext={format(value)}
        onChange={(event) => {
          const at = Number(event.target.value);
          onChange(log ? Math.min(max, Math.max(min, rounded(10 ** at))) : at);
        }}
      />
      <output translate="no" htmlFor={id} className={styles.value}>
        {format(value)}
      </output>
    </div>
  );
}
