import type { ReactNode } from 'react';
import type { TermName } from '../../../words/terms/en';
import styles from './term.module.css';
import { TipPlace } from './term-tips';
import { useTerm } from './use-term';

interface Props {
  name: TermName;
  /** The word as it stands in its sentence. */
  children: ReactNode;
  /** Whether pointer or focus are on it. */
  onPoint?: (isPointed: boolean) => void;
  onPress?: () => void;
}

/** A word with a sentence of its own: under the pointer, at the focus, at a tap. Underlined with dots. */
export function Term({ name, children, onPoint, onPress }: Props) {
  const { handlers, tip } = useTerm<HTMLButtonElement>(name, { pins: true });
  const points: typeof handlers = onPoint
    ? {
        onPointerEnter(event) {
          handlers.onPointerEnter?.(event);
          onPoint(true);
        },
        onPointerLeave(event) {
          handlers.onPointerLeave?.(event);
          onPoint(false);
        },
        onFocus(event) {
          handlers.onFocus?.(event);
          onPoint(true);
        },
        onBlur(event) {
          handlers.onBlur?.(event);
          onPoint(false);
        },
      }
    : {};
  const press: typeof handlers = onPress
    ? {
        onClick(event) {
          handlers.onClick?.(event);
          onPress();
        },
      }
    : {};
  return (
    <>
      <button
        type="button"
        className={styles.term}
        data-term={name}
        {...handlers}
        {...points}
        {...press}
      >
        {children}
      </button>
      <TipPlace of={tip} />
    </>
  );
}
