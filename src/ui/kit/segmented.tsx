import { useRef, type KeyboardEvent } from 'react';
import { hasModifier } from '../../view/keys';
import styles from './fields.module.css';
import type { TermName } from '../../words/terms/en';
import type { Option } from './select';
import { TipPlace } from './term/term-tips';
import { useTerm } from './term/use-term';

interface Props<T extends string> {
  /** Read out. */
  label: string;
  value: T;
  /** One whose name is a term has its sentence under pointer and focus. */
  options: readonly (Option<T> & { term?: TermName })[];
  onChange: (value: T) => void;
}

/** One of a few, all in sight: a radio group with arrow keys. */
export function Segmented<T extends string>({ label, value, options, onChange }: Props<T>) {
  const group = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const way = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (!way || hasModifier(event)) return;
    event.preventDefault();
    event.stopPropagation();
    const at = options.findIndex((o) => o.value === value);
    const next = (at + way + options.length) % options.length;
    onChange(options[next]!.value);
    group.current?.querySelectorAll('button')[next]?.focus();
  };
  return (
    <div
      ref={group}
      role="radiogroup"
      tabIndex={-1}
      aria-label={label}
      className={styles.segments}
      onKeyDown={onKeyDown}
    >
      {options.map((option) => (
        <Segment
          key={option.value}
          {...option}
          isChosen={option.value === value}
          onChoose={() => onChange(option.value)}
        />
      ))}
    </div>
  );
}

interface SegmentProps {
  label: string;
  term?: TermName;
  isChosen: boolean;
  onChoose: () => void;
}

function Segment({ label, term, isChosen, onChoose }: SegmentProps) {
  const { handlers, tip } = useTerm<HTMLButtonElement>(term);
  return (
    <>
      <button
        type="button"
        role="radio"
        aria-checked={isChosen}
        tabIndex={isChosen ? 0 : -1}
        className={styles.segment}
        {...handlers}
        onClick={(event) => {
          handlers.onClick?.(event);
          onChoose();
        }}
      >
        {label}
      </button>
      <TipPlace of={tip} />
    </>
  );
}
