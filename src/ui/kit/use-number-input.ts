import { useState, type ComponentProps } from 'react';
import { numberFault, readNumber } from './read-number';

export interface NumberInput {
  label: string;
  value: number;
  min?: number;
  max?: number;
  /** What an arrow key adds. */
  step?: number;
  /** A whole number is expected; where nothing is said, one with a step of 1 is. */
  whole?: boolean;
  onChange: (value: number) => void;
  /** What is wrong with a number typed in, in a sentence: it is said there and not reported. */
  check?: (value: number) => string | null;
  disabled?: boolean;
}

/** The arrow keys, in steps. */
const STEPS: Record<string, number> = { ArrowUp: 1, ArrowDown: -1, PageUp: 10, PageDown: -10 };

/**
 * A number typed in, as the properties of an <input>: with a decimal point or comma, on any browser; arrow keys step. Text that
 * is no number, or that `check` refuses, stays as typed with a sentence and is not reported; leaving the field brings the value back.
 */
export function useNumberInput(props: NumberInput): {
  error: string | null;
  input: ComponentProps<'input'>;
} {
  const { label, value, min = -Infinity, max = Infinity, step = 1, onChange, check } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const whole = props.whole ?? props.step === 1;
  const read = (text: string) => readNumber(text, whole);
  const fault = (number: number | null): string | null =>
    number === null ? numberFault({ label, min, max }, null) : (check?.(number) ?? null);
  const error = typed === null ? null : fault(read(typed));

  const moveBy = (steps: number): void => {
    const from = (typed === null ? null : read(typed)) ?? value;
    const next = Math.min(max, Math.max(min, Number((from + steps * step).toPrecision(12))));
    setTyped(null);
    if (Number.isFinite(next) && fault(next) === null) onChange(next);
  };

  return {
    error,
    input: {
      type: 'text',
      role: 'spinbutton',
      inputMode: whole ? 'numeric' : 'decimal',
      autoComplete: 'off',
      spellCheck: false,
      value: typed ?? (Number.isFinite(value) ? String(value) : ''),
      disabled: props.disabled,
      'aria-valuenow': Number.isFinite(value) ? value : undefined,
      'aria-valuemin': Number.isFinite(min) ? min : undefined,
      'aria-valuemax': Number.isFinite(max) ? max : undefined,
      'aria-invalid': error ? true : undefined,
      onChange: (event) => {
        const text = event.target.value;
        setTyped(text);
        const next = read(text);
        if (next !== null && fault(next) === null) onChange(next);
      },
      onKeyDown: (event) => {
        const steps = STEPS[event.key];
        if (steps === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
        event.preventDefault();
        moveBy(steps);
      },
      onBlur: () => setTyped(null),
    },
  };
}
