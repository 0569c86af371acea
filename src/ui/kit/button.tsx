import { useState, type ComponentProps } from 'react';
import styles from './button.module.css';

interface Props extends ComponentProps<'button'> {
  /** At most one filled button a panel. */
  kind?: 'filled' | 'plain' | 'quiet';
}

function classes(...names: (string | undefined)[]): string {
  return names.filter(Boolean).join(' ');
}

/**
 * A button that is disabled while it has the focus keeps it, and does nothing: the browser would let the focus fall off the page,
 * and who does not see would have to look for the place again.
 */
function useKept<P extends Pick<Props, 'disabled' | 'onClick' | 'onFocus' | 'onBlur'>>(
  props: P,
): P {
  const [focused, setFocused] = useState(false);
  const kept = props.disabled === true && focused;
  return {
    ...props,
    ...(kept && { disabled: false, 'aria-disabled': true }),
    onClick: kept ? undefined : props.onClick,
    onFocus(event) {
      setFocused(true);
      props.onFocus?.(event);
    },
    onBlur(event) {
      setFocused(false);
      props.onBlur?.(event);
    },
  };
}

export function Button({ kind = 'plain', className, ...rest }: Props) {
  const kept = useKept(rest);
  return (
    <button type="button" {...kept} className={classes(styles.button, styles[kind], className)} />
  );
}

interface IconProps extends Props {
  /** Read out, and shown on hover. */
  label: string;
}

/** A button that is only an icon; `label` names it. */
export function IconButton({ kind = 'quiet', label, className, ...rest }: IconProps) {
  const kept = useKept(rest);
  return (
    <button
      type="button"
      title={label}
      aria-label={label}
      {...kept}
      className={classes(styles.button, styles[kind], styles.icon, className)}
    />
  );
}
