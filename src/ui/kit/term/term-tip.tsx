import { Popover as Radix } from 'radix-ui';
import { useEffect, useRef, type RefObject } from 'react';
import { openGlossary } from '../../../view/dialogs';
import type { TermName } from '../../../words/terms/en';
import { GLOSSARY, TERMS } from '../../../words/terms/terms';
import { useTexts } from '../lang/use-texts';
import { useCollisionPadding } from '../seen-part';
import { PatchPicture } from './patch-picture';
import { PICTURED } from './pictured';
import styles from './term.module.css';

export interface TermTipProps {
  id: string;
  name: TermName;
  /** The term on the page. */
  anchor: RefObject<HTMLElement | null>;
  /** It stays until it is closed, and takes the focus of those who opened it by a key. */
  isPinned: boolean;
  onClose: () => void;
  /** The pointer has come from the term onto the sentence, and left it. */
  onEnter: () => void;
  onLeave: () => void;
}

/** A term's sentence, beside the term; from here the glossary can be reached. */
export function TermTip(props: TermTipProps) {
  const { id, name, anchor, isPinned, onClose, onEnter, onLeave } = props;
  const term = useTexts(TERMS)[name];
  const words = useTexts(GLOSSARY);
  const all = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isPinned && anchor.current?.matches(':focus-visible')) all.current?.focus();
  }, [isPinned, anchor]);
  const focusInside = useRef(false);
  return (
    <Radix.Root open onOpenChange={onClose}>
      <Radix.Anchor virtualRef={anchor as RefObject<HTMLElement>} />
      <Radix.Portal>
        <Radix.Content
          className={styles.tip}
          align="start"
          sideOffset={5}
          collisionPadding={useCollisionPadding()}
          role={isPinned ? 'dialog' : 'tooltip'}
          aria-label={isPinned ? term.name : undefined}
          data-testid="term-tip"
          // The focus stays on the term, until a key asks for more.
          onOpenAutoFocus={(event) => event.preventDefault()}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            if (focusInside.current) anchor.current?.focus();
          }}
          onInteractOutside={(event) => {
            // A click on the term is answered by the term itself.
            if (anchor.current?.contains(event.target as Node)) event.preventDefault();
            else focusInside.current = false;
          }}
          onPointerEnter={onEnter}
          onPointerLeave={onLeave}
        >
          <p id={id}>
            <b>{term.name}</b>
            <span>: </span>
            <span>{term.says}</span>
          </p>
          {PICTURED.has(name) && <PatchPicture />}
          <button
            ref={all}
            type="button"
            className={styles.all}
            onFocus={() => (focusInside.current = true)}
            onClick={() => {
              onClose();
              openGlossary(name);
            }}
          >
            {words.all}
          </button>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
