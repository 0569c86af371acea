import { Popover as Radix } from 'radix-ui';
import type { CSSProperties, ReactElement, ReactNode } from 'react';
import styles from './overlays.module.css';

interface Props {
  /** A button. */
  trigger: ReactElement;
  /** Read out. */
  label: string;
  children: ReactNode;
  align?: 'start' | 'center' | 'end';
  /** Largest width in pixels. */
  width?: number;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
}

/** A small sheet beside its button; closes on Escape and on a click elsewhere. */
export function Popover(props: Props) {
  const { trigger, label, children, align = 'start', width = 340, open, onOpenChange } = props;
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          className={styles.popover}
          style={{ '--popover-width': `${width}px` } as CSSProperties}
          align={align}
          sideOffset={6}
          collisionPadding={8}
          aria-label={label}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** Wraps what closes the popover when it is chosen. */
export const PopoverClose = Radix.Close;
