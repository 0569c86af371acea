import { useId, type ReactNode } from 'react';
import styles from './panel.module.css';

interface Props {
  title: string;
  /** Right of the title: a caption or small controls. */
  aside?: ReactNode;
  children: ReactNode;
  className?: string;
}

/** A titled region of the page. */
export function Panel({ title, aside, children, className }: Props) {
  const id = useId();
  return (
    <section
      className={className ? `${styles.panel} ${className}` : styles.panel}
      aria-labelledby={id}
    >
      <header className={styles.head}>
        <h2 id={id} className={styles.title}>
          {title}
        </h2>
        {aside !== undefined && <div className={styles.aside}>{aside}</div>}
      </header>
      {children}
    </section>
  );
}
