import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import { useEffect, useRef, useState, type CSSProperties, type ReactNode } from 'react';
import { IconButton } from './button';
import { useMessagePlace } from './message-place';
import { currentOpener } from './opener';
import { useSession } from './session-context';
import styles from './overlays.module.css';

interface Props {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  /** Largest width in pixels. */
  width?: number;
  children: ReactNode;
}

/** A modal: traps focus, closes on Escape, gives focus back to what had it or was clicked; messages are told in it. */
export function Dialog({ open, onOpenChange, title, width = 560, children }: Props) {
  const [opener] = useState(currentOpener);
  const content = useRef<HTMLDivElement>(null);
  const messages = useMessagePlace('front');
  const session = useSession();
  // The dialog is open: a message that it could not be fetched no longer holds.
  useEffect(() => session.messages.settle('dialog'), [session]);
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className={styles.shade} />
        <Radix.Content
          ref={content}
          className={styles.dialog}
          aria-describedby={undefined}
          style={{ '--dialog-width': `${width}px` } as CSSProperties}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            opener?.focus();
          }}
          onInteractOutside={(event) => {
            // Messages are shown inside the dialog but belong to another part of the React tree: Radix takes a click on them for one outside.
            if (content.current?.contains(event.target as Node)) event.preventDefault();
          }}
        >
          <header className={styles.head}>
            <Radix.Title className={styles.title}>{title}</Radix.Title>
            <Radix.Close asChild>
              <IconButton label="Close">
                <X size={16} aria-hidden />
              </IconButton>
            </Radix.Close>
          </header>
          <div ref={messages} className={styles.messages} />
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
