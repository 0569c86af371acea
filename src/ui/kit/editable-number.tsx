import { useId, useRef, useState } from 'react';
import { isComposing } from '../../view/keys';
import { readNumber, unreadFault } from './read-number';
import styles from './editable-number.module.css';

interface Props {
  label: string;
  /** As it is written while nobody edits it. */
  shown: string;
  value: number;
  onChange: (value: number) => void;
}

/**
 * A number that becomes a field when it is clicked: what if it were another? Enter asks, Escape leaves it. What is no number is said
 * beside it, and asks nothing.
 */
export function EditableNumber({ label, shown, value, onChange }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const id = useId();
  /** Whether a key ended the editing: the focus then goes back to the button. */
  const byKey = useRef(false);
  if (typed === null) {
    return (
      <button
        type="button"
        ref={(button) => {
          if (button && byKey.current) button.focus();
          byKey.current = false;
        }}
        className={styles.editable}
        title={`What if the ${label} were another?`}
        aria-label={`${label} ${shown}: change it`}
        onClick={() => setTyped(String(Number(value.toPrecision(6))))}
      >
        {shown}
      </button>
    );
  }
  const leave = () => {
    setTyped(null);
    setFault(null);
  };
  const ask = (next: number | null) => {
    leave();
    if (next !== null && next !== Number(value.toPrecision(6))) onChange(next);
  };
  const enter = () => {
    const next = readNumber(typed);
    // An empty field leaves things as they are.
    if (next === null && typed.trim() !== '') setFault(unreadFault(label, typed));
    else ask(next);
  };
  return (
    <>
      <input
        // The person has just clicked the number to type here.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        className={styles.typing}
        inputMode="decimal"
        autoComplete="off"
        aria-label={label}
        aria-invalid={fault !== null}
        aria-describedby={fault === null ? undefined : id}
        value={typed}
        onFocus={(event) => event.target.select()}
        onChange={(event) => {
          setTyped(event.target.value);
          setFault(null);
        }}
        onBlur={() => ask(readNumber(typed))}
        onKeyDown={(event) => {
          if (isComposing(event.nativeEvent)) return;
          byKey.current = event.key === 'Enter' || event.key === 'Escape';
          if (event.key === 'Enter') {
            // Without this, the same Enter would press the button that replaces the field.
            event.preventDefault();
            enter();
          } else if (event.key === 'Escape') leave();
          event.stopPropagation();
        }}
      />
      {fault !== null && (
        <small id={id} role="alert" className={styles.fault}>
          {fault}
        </small>
      )}
    </>
  );
}
