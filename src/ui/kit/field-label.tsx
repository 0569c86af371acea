import type { TermName } from '../../words/terms/en';
import styles from './fields.module.css';
import { Term } from './term/term';

interface Props {
  /** Of the control. */
  id: string;
  label: string;
  /** The label is a term with a sentence; the control is then named by `aria-label`, since a button may not be in its label. */
  term?: TermName | undefined;
}

/** What stands before a control. */
export function FieldLabel({ id, label, term }: Props) {
  return term ? (
    <span className={styles.label}>
      <Term name={term}>{label}</Term>
    </span>
  ) : (
    <label htmlFor={id} className={styles.label}>
      {label}
    </label>
  );
}
