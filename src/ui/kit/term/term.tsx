import type { ReactNode } from 'react';
import type { TermName } from '../../../words/terms/en';
import styles from './term.module.css';
import { TipPlace } from './term-tips';
import { useTerm } from './use-term';

interface Props {
  name: TermName;
  /** The word as it stands in its sentence. */
  children: ReactNode;
}

/** A word with a sentence of its own: under the pointer, at the focus, at a tap. Underlined with dots. */
export function Term({ name, children }: Props) {
  const { handlers, tip } = useTerm<HTMLButtonElement>(name, { pins: true });
  return (
    <>
      <button type="button" className={styles.term} data-term={name} {...handlers}>
        {children}
      </button>
      <TipPlace of={tip} />
    </>
  );
}
