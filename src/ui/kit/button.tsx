import type { ComponentProps } from 'react';
import styles from './button.module.css';

interface Props extends ComponentProps<'button'> {
  /** At most one filled button a panel. */
  kind?: 'filled' | 'plain' | 'quiet';
}

function classes(...names: (string | undefined)[]): string {
  return names.filter(Boolean).join(' ');
}

export function Button({ kind = 'plain', className, ...rest }: Props) {
  return (
    <button type="button" {...rest} className={classes(styles.button, styles[kind], className)} />
  );
}

interface IconProps extends Props {
  /** Read out, and shown on hover. */
  label: string;
}

/** A button that is only an icon; `label` names it. */
export function IconButton({ kind = 'quiet', label, className, ...rest }: IconProps) {
  return (
    <button
      type="button"
      title={label}
      aria-label={label}
      {...rest}
      className={classes(styles.button, styles[kind], styles.icon, className)}
    />
  );
}
