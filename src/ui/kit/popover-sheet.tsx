import { Popover as Radix } from 'radix-ui';
import { useEffect, useRef, type CSSProperties, type ReactNode, type RefObject } from 'react';
import { useCollisionPadding } from './seen-part';
import { useSession } from './session-context';
import styles from './overlays.module.css';

export interface PopoverSheetProps {
  id: string;
  /** What opens it, and where it stands. */
  button: RefObject<HTMLButtonElement | null>;
  onClose: () => void;
  /** Read out. */
  label: string;
  align?: 'start' | 'center' | 'end';
  /** Largest width in pixels. */
  width?: number;
  children: ReactNode;
}

/** The sheet of an open popover. */
export function PopoverSheet(props: PopoverSheetProps) {
  const { id, button, onClose, label, align = 'start', width = 340, children } = props;
  const session = useSession();
  const leftByPointer = useRef(false);
  // The sheet is open: a message that it could not be fetched no longer holds.
  useEffect(() => session.messages.settle('dialog'), [session]);
  return (
    <Radix.Root open onOpenChange={onClose}>
      <Radix.Anchor virtualRef={button as RefObject<HTMLButtonElement>} />
      <Radix.Portal>
        <Radix.Content
          id={id}
          className={styles.popover}
          style={{ '--popover-width': `${width}px` } as CSSProperties}
          align={align}
          sideOffset={6}
          collisionPadding={useCollisionPadding()}
          aria-label={label}
          onInteractOutside={(event) => {
            // A click on the button closes the sheet by the button's own handler.
            if (button.current?.contains(event.target as Node)) event.preventDefault();
            else leftByPointer.current = true;
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            // After a click elsewhere the focus stays where that click put it.
            if (!leftByPointer.current) button.current?.focus();
          }}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
