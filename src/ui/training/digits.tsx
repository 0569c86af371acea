import styles from './digits.module.css';

/** A whole number with commas that the style sheet draws: its text stays the plain number, "21300". */
export function Digits({ value }: { value: number }) {
  const groups = String(Math.round(value)).split(/(?=(?:\d{3})+$)/);
  return groups.map((group, i) => (
    <span key={groups.length - i} translate="no" className={i > 0 ? styles.thousands : undefined}>
      {group}
    </span>
  ));
}
