import { Fragment } from 'react';
import styles from './training.module.css';

/** A whole number with commas that the style sheet draws: its text stays the plain number, "21300". */
export function Digits({ value }: { value: number }) {
  const groups = String(Math.round(value)).split(/(?=(?:\d{3})+$)/);
  return groups.map((group, i) => (
    <Fragment key={groups.length - i}>
      {i === 0 ? group : <span className={styles.thousands}>{group}</span>}
    </Fragment>
  ));
}
