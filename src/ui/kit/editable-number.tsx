import { useRef, useState } from 'react';
import { isComposing } from '../../view/keys';
import { readNumber } from './read-number';
import styles from './editable-number.module.css';

interface Props {
  label: string;
  /** As it is written while nobody edits it. */
  shown: string;
  value: number;
  onChange: (value: number) => void;
}

/** A number that becomes a field when it is clicked: what if it were another? Enter asks, Escape leaves it. */
export function EditableNumber({ label, shown, value, onChange }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
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
  const done = () => {
    setTyped(null);
    const next = readNumber(typed) ?? NaN;
    // An empty field leaves things as they are; what is no number is told.
    if (typed.trim() !== '' && next !== Number(value.toPrecision(6))) onChange(next);
  };
  return (
    <input
      // The person has just clicked the number to type here.
      // oxlint-disable-next-line jsx-a11y/no-autofocus
      autoFocus
      className={styles.typing}
      inputMode="decimal"
      aria-label={label}
      value={typed}
      onFocus={(event) => event.target.select()}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={done}
      onKeyDown={(event) => {
        if (isComposing(event.nativeEvent)) return;
        byKey.current = event.key === 'Enter' || event.key === 'Escape';
        if (event.key === 'Enter') {
          // Without this, the same Enter would press the button that replaces the field.
          event.preventDefault();
          done();
        } else if (event.key === 'Escape') setTyped(null);
        event.stopPropagation();
      }}
    />
  );
}
