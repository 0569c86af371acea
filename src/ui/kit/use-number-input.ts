import { useEffect, useRef, useState, type ComponentProps } from 'react';
import { flushSync } from 'react-dom';
import { hasModifier, isComposing } from '../../view/keys';
import { readNumber, unreadFault } from './read-number';

export interface NumberInput {
  label: string;
  value: number;
  min?: number;
  max?: number;
  /** What an arrow key adds. */
  step?: number;
  /** A whole number is expected; where nothing is said, one with a step of 1 is. */
  whole?: boolean;
  /** A number of per cent: the sign may be typed with it. */
  percent?: boolean;
  onChange: (value: number) => void;
  /** What is wrong with a number typed in, in a sentence: it is said there and not reported. */
  check?: (value: number) => string | null;
  disabled?: boolean;
}

/** The arrow keys, in steps. */
const STEPS: Record<string, number> = { ArrowUp: 1, ArrowDown: -1, PageUp: 10, PageDown: -10 };

/** Milliseconds without a key after which a number is taken to be whole: 64 begins with a 6. Enter and leaving the field do not wait. */
const PAUSE = 500;

/** Half a number, to which more will be typed: a mark or a sign ends it. It is told when the field is left, or at Enter. */
const isBegun = (text: string): boolean =>
  /\d[.,]$|\de[+-]?$|^[+-]?[.,]$|^[+-]$/i.test(text.trim());

/**
 * A number typed in, as the properties of an <input>: with a decimal point or comma, on any browser; arrow keys step. Text that
 * is no number, or that `check` refuses, stays as typed with a sentence and is not reported; leaving the field brings the value back.
 * A number is reported once typing pauses.
 */
export function useNumberInput(props: NumberInput): {
  error: string | null;
  input: ComponentProps<'input'>;
} {
  const { label, value, min = -Infinity, max = Infinity, step = 1, onChange, check } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const whole = props.whole ?? props.step === 1;
  const expected = { whole, percent: props.percent };
  const read = (text: string) => readNumber(text, expected);
  const fault = (text: string): string | null => {
    const number = read(text);
    return number === null ? unreadFault(label, text, expected) : (check?.(number) ?? null);
  };
  const error = typed === null || isBegun(typed) ? null : fault(typed);
  /** What was typed and is not told yet. */
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(waiting.current), []);
  const forget = (): void => {
    clearTimeout(waiting.current);
    waiting.current = undefined;
  };
  const report = (text: string): void => {
    forget();
    const next = read(text);
    if (next !== null && fault(text) === null) onChange(next);
  };

  // What has changed while typing paused counts.
  const latest = useRef(report);
  useEffect(() => {
    latest.current = report;
  });
  const tell = (): void => {
    if (typed !== null && (isBegun(typed) || waiting.current !== undefined)) report(typed);
  };

  const moveBy = (steps: number): void => {
    forget();
    const from = (typed === null ? null : read(typed)) ?? value;
    const next = Math.min(max, Math.max(min, Number((from + steps * step).toPrecision(12))));
    setTyped(null);
    if (Number.isFinite(next) && !check?.(next)) onChange(next);
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
        forget();
        if (!isBegun(text)) waiting.current = setTimeout(() => latest.current(text), PAUSE);
      },
      onKeyDown: (event) => {
        const steps = STEPS[event.key];
        if (event.key === 'Enter') tell();
        // In an input method the arrows choose among characters.
        if (steps === undefined || hasModifier(event) || isComposing(event.nativeEvent)) return;
        event.preventDefault();
        moveBy(steps);
      },
      onBlur: () => {
        // At once, so that what is pressed or moved instead begins with this number and not with the one before.
        flushSync(() => {
          tell();
          setTyped(null);
        });
      },
    },
  };
}
